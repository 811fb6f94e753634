package org.tickler.engine.docket;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an act does, in sentences.
 *
 * @param moves what is new or different: the entry, then the deadlines that follow from it
 * @param stays what on the same matter stands as it is
 * @param told who will be told that a date no longer holds, and how
 * @param reminders how many reminders are planned, moved and withdrawn
 * @param warnings what looks wrong and is done all the same
 */
public record Preview(
        List<String> moves, List<String> stays, List<String> told, List<String> reminders, List<String> warnings) {
    static final String DIFFERS = "differs: ";

    public Preview {
        moves = List.copyOf(moves);
        stays = List.copyOf(stays);
        told = List.copyOf(told);
        reminders = List.copyOf(reminders);
        warnings = List.copyOf(warnings);
    }

    /** Whether somebody read another date from the paper than the one that stands. */
    public boolean differs() {
        return moves.stream().anyMatch(line -> line.startsWith(DIFFERS));
    }

    /** For programs: each of the lists under its name. */
    public Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("moves", moves);
        keys.put("stays", stays);
        keys.put("told", told);
        keys.put("reminders", reminders);
        keys.put("warnings", warnings);
        return keys;
    }

    /** Line by line, as it is printed. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        warnings.forEach(line -> lines.add("warning: " + line));
        lines.addAll(moves);
        stays.forEach(line -> lines.add("stays: " + line));
        told.forEach(line -> lines.add("told: " + line));
        lines.addAll(reminders);
        return lines;
    }
}
