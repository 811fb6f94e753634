/**
 * Reads YAML files so that every value knows the file, line and column it stands at, and collects what is wrong
 * with them.
 *
 * <p>Comes before step 1 of the flow: settings, people, rules and calendars are all read through here. Every scalar
 * stays the text that was typed: {@code no} is "no", {@code 010} is "010", {@code 17:00} is "17:00"; {@link
 * org.tickler.calendars.text.Fields} turns text into dates, times and numbers where one is asked for.
 * snakeyaml-engine is used in this package only.
 */
@NullMarked
package org.tickler.calendars.text;

import org.jspecify.annotations.NullMarked;
