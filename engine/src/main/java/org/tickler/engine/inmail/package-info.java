/// Step 7, answer: fetches what comes to the firm's mailbox, by IMAP, and keeps it as it came. What it means is found
/// out
/// behind that, from the rows.
@NullMarked
package org.tickler.engine.inmail;

import org.jspecify.annotations.NullMarked;
