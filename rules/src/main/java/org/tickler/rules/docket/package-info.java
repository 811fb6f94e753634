/**
 * What is on a matter's docket: entries, entered or derived, and when they are. Values only.
 */
@NullMarked
package org.tickler.rules.docket;

import org.jspecify.annotations.NullMarked;
