/// Where Tickler remembers: the only place that speaks SQL. It stands beside the ten steps, and every step of the
/// engine that reads or writes a row does so through a class of this package. Tables, grants and migrations lie in
/// `src/main/resources/db`.
@NullMarked
package org.tickler.engine.store;

import org.jspecify.annotations.NullMarked;
