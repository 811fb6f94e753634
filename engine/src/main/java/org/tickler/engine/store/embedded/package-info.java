/// The database of a firm that named none: PostgreSQL, run from binaries that the program carries, for this home alone.
/// It stands under the store and beside the ten steps. Every process that uses it holds a shared lock; who comes first
/// starts the server, who leaves last stops it, and who finds one that outlived its starter takes it over.
@NullMarked
package org.tickler.engine.store.embedded;

import org.jspecify.annotations.NullMarked;
