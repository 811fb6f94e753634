/** What is missing from the facts: finders of what no single entry shows. Pure: the day is an argument. */
@NullMarked
package org.tickler.rules.guard;

import org.jspecify.annotations.NullMarked;
