/**
 * Rule files: read with positions, checked, compiled to a rulebook.
 */
@NullMarked
package org.tickler.rules.lang;

import org.jspecify.annotations.NullMarked;
