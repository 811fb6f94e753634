/** The firm's mail server, a carrier of step 6. Angus Mail is used here and nowhere else. */
@NullMarked
package org.tickler.engine.dispatch.mail;

import org.jspecify.annotations.NullMarked;
