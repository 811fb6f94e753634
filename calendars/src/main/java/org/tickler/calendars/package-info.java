@NullMarked
package org.tickler.calendars;

import org.jspecify.annotations.NullMarked;
