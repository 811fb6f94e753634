/// Step 10, show: what is on whose agenda and what holds which words, with every row guarded by who may see its matter.
@NullMarked
package org.tickler.engine.agenda;

import org.jspecify.annotations.NullMarked;
