package org.tickler.rules.lang;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.Words;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.SheetRule;
import org.tickler.rules.remind.SheetRule.Every;
import org.tickler.rules.remind.SheetRule.Kind;
import org.tickler.rules.remind.SheetRule.Level;
import org.tickler.rules.remind.SheetRule.MailAddress;
import org.tickler.rules.remind.SheetRule.Of;
import org.tickler.rules.remind.SheetRule.Readers;
import org.tickler.rules.remind.SheetRule.Rhythm;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.TimeSpan;

/** Reads one sheet. */
final class SheetReader {
    private static final String EVERYONE = "everyone";
    private static final List<String> EVERY =
            Words.all(Every.class).stream().map(word -> word.replace('-', ' ')).toList();
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;:\"()\\p{Cntrl}]+@[^\\s@<>,;:\"()\\p{Cntrl}]+");
    private static final int LONGEST_NAME = 120;

    private final Names names;
    private final AnswerReader answers;

    SheetReader(Known known) {
        this.names = new Names(known);
        this.answers = new AnswerReader(names);
    }

    /** Records that two sheets have one id. */
    static void checkIds(List<Located<SheetRule>> sheets, Problems problems) {
        Map<String, Span> seen = new HashMap<>();
        for (Located<SheetRule> sheet : sheets) {
            Span first = seen.putIfAbsent(sheet.value().id(), sheet.at());
            if (first != null) {
                problems.error(
                        sheet.at(),
                        RuleProblem.DUPLICATE_ID,
                        "the sheet at " + first + " is called \""
                                + sheet.value().id() + "\" too; give one of them another id");
            }
        }
    }

    Optional<Located<SheetRule>> read(Fields fields) {
        Names.needSingle(fields, "id");
        Optional<String> id = Names.id(fields, "id");
        Names.needSingle(fields, "sheet");
        Optional<Kind> kind = fields.findOneOf("sheet", Kind.class);
        kind.ifPresent(known -> outOfPlace(fields, known));
        Optional<Readers> to = kind.filter(Kind.SECOND_DOCKET::equals).isPresent() ? outside(fields) : readers(fields);
        Optional<Of> of = fields.findOneOf("of", Of.class);
        Optional<Rhythm> rhythm = rhythm(fields);
        Optional<TimeSpan> within = within(fields);
        List<SilenceStep> ifSilent = answers.ifSilent(fields);
        if (ifSilent.stream().anyMatch(step -> step.tell() instanceof Addressee.Owner)) {
            fields.error("if-silent", RuleProblem.OUT_OF_PLACE, "if-silent: a sheet has no owner; name a role");
        }
        Level level = fields.findOneOf("level", Level.class).orElse(Level.NUMBERS);
        if (!fields.finish() || id.isEmpty() || kind.isEmpty() || to.isEmpty() || rhythm.isEmpty()) {
            return Optional.empty();
        }
        Optional<Of> parts = kind.get() == Kind.WEEK ? of.or(() -> Optional.of(Of.MATTER)) : Optional.empty();
        return Optional.of(new Located<>(
                new SheetRule(
                        id.get(), kind.get(), to.get(), parts, rhythm.get(), within, ifSilent, level, Instant.EPOCH),
                fields.at("id")));
    }

    /** Keys that mean nothing on a sheet of this kind. */
    private static void outOfPlace(Fields fields, Kind kind) {
        List<Kind> answered = Stream.of(Kind.values()).filter(Kind::isAnswered).toList();
        Map<String, List<Kind>> only = Map.of(
                "of", List.of(Kind.WEEK),
                "answer", answered,
                "if-silent", answered,
                "level", List.of(Kind.SECOND_DOCKET),
                "to-addresses", List.of(Kind.SECOND_DOCKET));
        only.forEach((key, of) -> {
            if (!of.contains(kind) && fields.has(key)) {
                fields.error(
                        key,
                        RuleProblem.OUT_OF_PLACE,
                        key + ": goes only with sheet: "
                                + of.stream().map(Words::of).collect(Collectors.joining(" or ")) + "; take it out");
            }
        });
        if (kind == Kind.SECOND_DOCKET && fields.has("to")) {
            fields.error(
                    "to",
                    RuleProblem.OUT_OF_PLACE,
                    "to: a second docket goes to mailboxes outside the firm; name them as to-addresses:");
        }
    }

    private Optional<Readers> readers(Fields fields) {
        fields.need("to");
        List<TextNode> words = fields.list("to");
        if (words.size() == 1 && words.getFirst().value().equals(EVERYONE)) {
            return Optional.of(new Readers.Everyone());
        }
        List<Addressee> to = new ArrayList<>();
        for (TextNode word : words) {
            if (word.value().equals(EVERYONE)) {
                fields.error(
                        word.at(), RuleProblem.OUT_OF_PLACE, "to: everyone stands alone; take the other names out");
                continue;
            }
            Optional<Addressee> addressee = names.addressee(fields, word);
            boolean unfit = addressee
                    .filter(one -> one instanceof Addressee.Owner || one instanceof Addressee.DelegateOfAsked)
                    .isPresent();
            if (unfit) {
                fields.error(
                        word.at(),
                        RuleProblem.OUT_OF_PLACE,
                        "to: a sheet is about no single entry, so \"" + word.value()
                                + "\" means nobody; name a role or a person, or write everyone");
            }
            addressee.filter(one -> !unfit).ifPresent(to::add);
        }
        return to.isEmpty() ? Optional.empty() : Optional.of(new Readers.Named(to));
    }

    private static Optional<Readers> outside(Fields fields) {
        fields.need("to-addresses");
        List<MailAddress> to = new ArrayList<>();
        for (Fields one : fields.maps("to-addresses")) {
            String name = one.text("name");
            String email = one.text("email");
            boolean plain = name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
            if (!plain) {
                one.error(
                        "name",
                        RuleProblem.BAD_ADDRESS,
                        "name: a name is one line of at most " + LONGEST_NAME + " characters");
            }
            boolean known = MAIL.matcher(email).matches();
            if (!known && !email.isEmpty()) {
                one.error(
                        "email",
                        RuleProblem.BAD_ADDRESS,
                        "email: \"" + email + "\" is no mail address; write it as in vault@elsewhere.example");
            }
            if (one.finish() && plain && known) {
                to.add(new MailAddress(name, email));
            }
        }
        return to.isEmpty() ? Optional.empty() : Optional.of(new Readers.Outside(to));
    }

    private static Optional<Rhythm> rhythm(Fields fields) {
        Names.needSingle(fields, "every");
        Optional<Every> every =
                fields.findWord("every", EVERY).flatMap(word -> Words.find(Every.class, word.replace(' ', '-')));
        Optional<DayOfWeek> on = fields.findWord("on", DAYS).map(day -> DayOfWeek.of(DAYS.indexOf(day) + 1));
        Names.needSingle(fields, "time");
        Optional<LocalTime> time = fields.findTime("time");
        boolean weekly = every.filter(Every.WEEK::equals).isPresent();
        if (weekly && !fields.has("on")) {
            fields.need("on");
        }
        if (every.isPresent() && !weekly && fields.has("on")) {
            fields.error("on", RuleProblem.OUT_OF_PLACE, "on: goes only with every: week; take it out");
        }
        return every.isPresent() && time.isPresent()
                ? Optional.of(new Rhythm(every.get(), on, time.get()))
                : Optional.empty();
    }

    private Optional<TimeSpan> within(Fields fields) {
        return fields.findMap("answer").flatMap(answer -> {
            Names.needSingle(answer, "within");
            Optional<TimeSpan> within = AnswerReader.span(answer, "within", "3 hours");
            if (within.filter(span -> span.count() == 0).isPresent()) {
                answer.error("within", RuleProblem.BAD_SPAN, "within: nobody can answer in no time; give 1 or more");
            }
            answer.finish();
            return within;
        });
    }
}
