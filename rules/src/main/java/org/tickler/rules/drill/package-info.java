/** Fire drills as the rules state them: when a real ladder is climbed without anything being due. Pure. */
@NullMarked
package org.tickler.rules.drill;

import org.jspecify.annotations.NullMarked;
