@NullMarked
package org.tickler.rules;

import org.jspecify.annotations.NullMarked;
