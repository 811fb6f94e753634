/**
 * Who a firm is: its people, their roles and reach, its matters with their teams and proceedings. Values only.
 */
@NullMarked
package org.tickler.rules.firm;

import org.jspecify.annotations.NullMarked;
