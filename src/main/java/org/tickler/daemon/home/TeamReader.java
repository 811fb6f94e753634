package org.tickler.daemon.home;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.TextProblem;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Team;

/**
 * Reads who holds a role: a person's id, {@code jlin from 2026-01-05 until 2026-03-31}, a map with {@code who}, {@code from} and
 * {@code until}, or a list of these.
 */
final class TeamReader {
    private static final Pattern SPAN = Pattern.compile("(\\S+)(?:\\s+from\\s+(\\S+))?(?:\\s+until\\s+(\\S+))?");

    private final BiFunction<Fields, TextNode, Optional<PersonId>> known;

    /** @param known the person that a text names; empty, with a problem, where nobody has that id */
    TeamReader(BiFunction<Fields, TextNode, Optional<PersonId>> known) {
        this.known = known;
    }

    /** Those that could be read. */
    List<Team.Member> members(Fields team, TextNode role) {
        Optional<RoleName> name = team.parse("team", role, RoleName::new, HomeProblem.BAD_ID, "lead-attorney");
        List<Team.Member> members = new ArrayList<>();
        for (Node item : items(team, role)) {
            if (item instanceof MapNode) {
                Fields fields = Fields.of(item, team.problems());
                map(fields, name).ifPresent(members::add);
            } else if (item instanceof TextNode text) {
                text(team, text, name).ifPresent(members::add);
            } else {
                team.error(
                        item.at(),
                        TextProblem.BAD_VALUE,
                        role.value() + ": a person, or who, from and until; not a list");
            }
        }
        return members;
    }

    private static List<Node> items(Fields team, TextNode role) {
        return team.node(role.value())
                .map(node -> switch (node) {
                    case ListNode list -> list.items();
                    case TextNode text when text.isNothing() -> List.<Node>of();
                    default -> List.of(node);
                })
                .orElse(List.of());
    }

    private Optional<Team.Member> map(Fields fields, Optional<RoleName> role) {
        fields.need("who");
        Optional<PersonId> who = fields.list("who").stream().findFirst().flatMap(text -> known.apply(fields, text));
        Optional<LocalDate> from = fields.findDate("from");
        Optional<LocalDate> until = fields.findDate("until");
        Span at = fields.at("until");
        return fields.finish() && role.isPresent() && who.isPresent()
                ? member(fields, at, role.get(), who.get(), from, until)
                : Optional.empty();
    }

    private Optional<Team.Member> text(Fields team, TextNode text, Optional<RoleName> role) {
        Matcher span = SPAN.matcher(text.value().strip());
        if (!span.matches()) {
            return known.apply(team, text).isEmpty() || role.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Team.Member.always(role.get(), new PersonId(text.value())));
        }
        Optional<PersonId> who = known.apply(team, new TextNode(text.at(), span.group(1), text.quoted()));
        try {
            Optional<LocalDate> from = Optional.ofNullable(span.group(2)).map(LocalDate::parse);
            Optional<LocalDate> until = Optional.ofNullable(span.group(3)).map(LocalDate::parse);
            return role.isPresent() && who.isPresent()
                    ? member(team, text.at(), role.get(), who.get(), from, until)
                    : Optional.empty();
        } catch (DateTimeException e) {
            team.error(
                    text.at(),
                    TextProblem.BAD_VALUE,
                    "\"" + text.value() + "\": expected dates as in \"jlin from 2026-01-05 until 2026-03-31\"");
            return Optional.empty();
        }
    }

    private static Optional<Team.Member> member(
            Fields fields, Span at, RoleName role, PersonId who, Optional<LocalDate> from, Optional<LocalDate> until) {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            fields.error(
                    at,
                    HomeProblem.BAD_SPAN,
                    "until: " + who + " is " + role + " until " + until.get() + ", before " + from.get()
                            + ", the first day; swap the two");
            return Optional.empty();
        }
        return Optional.of(new Team.Member(role, who, from, until, Optional.empty()));
    }
}
