/// Beside step 10, show: other programs hear of what happened. Events are read from the audit's chain, in its order,
/// become
/// rows, and are posted until the other side has taken them or a day has passed.
@NullMarked
package org.tickler.engine.webhook;

import org.jspecify.annotations.NullMarked;
