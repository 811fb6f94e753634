/// What opens a firm's doors to programs: random tokens, shown once and kept as hashes. Those of the API act and look
/// as
/// the person they are bound to; they stand before step 1, load, step 7, answer, and step 10, show.
@NullMarked
package org.tickler.engine.token;

import org.jspecify.annotations.NullMarked;
