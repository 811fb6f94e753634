/// Step 7, answer: what people say back, by page, SMS, mail or command, is recorded once and stops the clock of the
/// asks that it settles.
@NullMarked
package org.tickler.engine.answer;

import org.jspecify.annotations.NullMarked;
