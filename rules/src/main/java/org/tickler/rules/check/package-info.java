/**
 * Which entries two people must look at, and what makes one done: the firm's checks, and what they ask of an entry.
 */
@NullMarked
package org.tickler.rules.check;

import org.jspecify.annotations.NullMarked;
