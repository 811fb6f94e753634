@NullMarked
package org.tickler.daemon;

import org.jspecify.annotations.NullMarked;
