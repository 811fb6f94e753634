/// The daemon's two ports as the world sees them: routes, limits and headers, the answer page and the hooks that
/// providers call. It lets the outside in to step 7, answer, and step 10, show.
@NullMarked
package org.tickler.daemon.http;

import org.jspecify.annotations.NullMarked;
