/**
 * Step 10 of the flow, show: sheets, the pages that the house sends by the clock. They are made here when their hour comes,
 * each once; dispatch sends them like everything else, and here they are signed.
 */
@NullMarked
package org.tickler.engine.sheet;

import org.jspecify.annotations.NullMarked;
