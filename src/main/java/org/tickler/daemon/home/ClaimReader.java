package org.tickler.daemon.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.TextProblem;
import org.tickler.rules.firm.Claim;

/** Reads the {@code claims:} of a matter. */
final class ClaimReader {
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,59}";

    private final Function<Fields, Optional<CalendarId>> court;

    /** @param court reads the key of that name */
    ClaimReader(Function<Fields, Optional<CalendarId>> court) {
        this.court = court;
    }

    /** Those that could be read. */
    List<Claim> read(Fields matter) {
        List<Claim> claims = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields fields : matter.maps("claims")) {
            claim(fields).ifPresent(claim -> {
                if (!ids.add(claim.id())) {
                    fields.error(
                            "id",
                            HomeProblem.DUPLICATE_ID,
                            "id: the matter has a claim \"" + claim.id()
                                    + "\" already; give one of the two another id");
                }
                claims.add(claim);
            });
        }
        return claims;
    }

    private Optional<Claim> claim(Fields fields) {
        Optional<String> id = name(fields, "id");
        Optional<String> type = name(fields, "claim");
        String against = fields.text("against");
        fields.need("accrued");
        Optional<Claim.Accrual> accrual = fields.read(
                "accrued", ClaimReader::accrual, TextProblem.BAD_VALUE, "2024-05-01, or 2024-05-01..2024-05-09");
        Optional<LocalDate> born = fields.findDate("born");
        Optional<LocalDate> reposeFrom = fields.findDate("repose-from");
        Optional<CalendarId> filedIn = court.apply(fields);
        Optional<String> rule = fields.findText("rule");
        List<Claim.Tolling> tolling = tolling(fields);
        List<Claim.Agreement> agreements = agreements(fields);
        if (born.isPresent()
                && accrual.filter(one -> one.first().isBefore(born.get())).isPresent()) {
            fields.error(
                    "born",
                    HomeProblem.BAD_SPAN,
                    "born: " + born.get() + " is after the claim accrued on "
                            + accrual.get().first());
        }
        return fields.finish()
                ? Optional.of(new Claim(
                        id.orElseThrow(),
                        type.orElseThrow(),
                        against,
                        accrual.orElseThrow(),
                        born,
                        reposeFrom,
                        filedIn,
                        rule,
                        tolling,
                        agreements))
                : Optional.empty();
    }

    private static Optional<String> name(Fields fields, String key) {
        fields.need(key);
        return fields.read(
                key,
                text -> {
                    if (!text.matches(NAME)) {
                        throw new IllegalArgumentException("it has lower-case letters, digits and hyphens");
                    }
                    return text;
                },
                HomeProblem.BAD_ID,
                "personal-injury");
    }

    private static Claim.Accrual accrual(String text) {
        if (!text.matches(DAY + "(\\.\\." + DAY + ")?")) {
            throw new IllegalArgumentException("not a date, nor two with .. between");
        }
        String[] days = text.split("\\.\\.");
        return new Claim.Accrual(LocalDate.parse(days[0]), LocalDate.parse(days[days.length - 1]));
    }

    private static List<Claim.Tolling> tolling(Fields claim) {
        List<Claim.Tolling> spans = new ArrayList<>();
        for (Fields fields : claim.maps("tolling")) {
            Optional<LocalDate> from = fields.date("from");
            Optional<LocalDate> to = fields.findDate("to");
            String why = fields.text("why");
            String source = fields.text("source");
            inOrder(fields, from, to, "to");
            if (fields.finish()) {
                spans.add(new Claim.Tolling(from.orElseThrow(), to, why, source));
            }
        }
        return spans;
    }

    private static List<Claim.Agreement> agreements(Fields claim) {
        List<Claim.Agreement> agreements = new ArrayList<>();
        for (Fields fields : claim.maps("agreements")) {
            Optional<LocalDate> from = fields.date("from");
            Optional<LocalDate> until = fields.date("until");
            String source = fields.text("source");
            inOrder(fields, from, until, "until");
            if (fields.finish()) {
                agreements.add(new Claim.Agreement(from.orElseThrow(), until.orElseThrow(), source));
            }
        }
        return agreements;
    }

    private static void inOrder(Fields fields, Optional<LocalDate> from, Optional<LocalDate> last, String key) {
        if (from.isPresent() && last.filter(from.get()::isAfter).isPresent()) {
            fields.error(key, HomeProblem.BAD_SPAN, key + ": " + last.get() + " is before from: " + from.get());
        }
    }
}
