/// Step 8, escalate: where no answer came, or a message could not be delivered, the next channel is taken or the next
/// person is told, until somebody has it or the firm's last resort knows.
@NullMarked
package org.tickler.engine.escalate;

import org.jspecify.annotations.NullMarked;
