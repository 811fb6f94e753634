/// What a firm would be told over days to come: its rows in a copy, its rules, the daemon's own steps, and a clock that
/// runs
/// ahead. Nothing leaves, and nothing of the firm is touched.
@NullMarked
package org.tickler.daemon.simulate;

import org.jspecify.annotations.NullMarked;
