/// Leads a firm through days that pass in seconds, for the demo and for simulations: the steps are those of the daemon,
/// only
/// who wakes them is another.
@NullMarked
package org.tickler.daemon.virtual;

import org.jspecify.annotations.NullMarked;
