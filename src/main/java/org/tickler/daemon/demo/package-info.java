/**
 * The command {@code demo}: a month in the life of a sample firm, through the shipped daemon on a clock that is set. Only
 * the mail server, the telephone company and the time are trials. Beside the flow.
 */
@NullMarked
package org.tickler.daemon.demo;

import org.jspecify.annotations.NullMarked;
