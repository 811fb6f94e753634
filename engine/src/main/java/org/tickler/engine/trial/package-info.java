/**
 * The outside world in small, for demonstration and tests alike: a mailbox that speaks SMTP. Beside the flow; it knows no
 * step of it.
 */
@NullMarked
package org.tickler.engine.trial;

import org.jspecify.annotations.NullMarked;
