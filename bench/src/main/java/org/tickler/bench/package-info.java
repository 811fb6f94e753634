/** Beside the flow: what Tickler does in a second, measured beside its peers in one run. */
@NullMarked
package org.tickler.bench;

import org.jspecify.annotations.NullMarked;
