@NullMarked
package org.tickler.engine;

import org.jspecify.annotations.NullMarked;
