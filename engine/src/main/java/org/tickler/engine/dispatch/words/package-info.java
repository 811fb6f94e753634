/**
 * The words of messages, for step 6: facts in, subject, text and HTML out. Templates are logic-less, know a fixed list of
 * fields, and escape for where a value goes.
 */
@NullMarked
package org.tickler.engine.dispatch.words;

import org.jspecify.annotations.NullMarked;
