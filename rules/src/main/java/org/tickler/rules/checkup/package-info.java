/**
 * Beside the steps: holds the dates of somebody's own sheet against what the packs of court rules derive, and says where the
 * two differ. Reads no file and knows no docket of ours: rows go in, findings with their reasons come out.
 */
@NullMarked
package org.tickler.rules.checkup;

import org.jspecify.annotations.NullMarked;
