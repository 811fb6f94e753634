/// The public port's `/api/v1`: what the commands do, for programs that bring a token. Every answer is seen through the
/// eyes
/// of the person the token is bound to. It lets the outside in to step 1, load, and step 7, answer, and shows step 10.
@NullMarked
package org.tickler.daemon.api;

import org.jspecify.annotations.NullMarked;
