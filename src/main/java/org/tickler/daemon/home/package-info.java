/**
 * The firm's home: its folder, and everything in it that is read at start and reload, with all faults at once.
 */
@NullMarked
package org.tickler.daemon.home;

import org.jspecify.annotations.NullMarked;
