/// Step 10, show: calendar feeds. Tokens open them, a sweep makes their bytes anew when facts changed, and a cache
/// holds
/// the bytes ready, so that a request touches no database and an answer is never an empty calendar.
@NullMarked
package org.tickler.engine.feed;

import org.jspecify.annotations.NullMarked;
