package org.tickler.daemon.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.TextProblem;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Quiet;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Wants;

/** Reads {@code people:}, one map a person. */
final class PeopleReader {
    private static final String USUALLY = "default";

    private final ZoneId usualZone;
    private final Instant readAt;
    private final Map<PersonId, Place> places = new LinkedHashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();
    private final Set<String> roles = new LinkedHashSet<>();

    private record Place(Person person, Span at, Span delegateAt, List<TextNode> answersFor) {}

    /**
     * @param usualZone of people who name none
     * @param readAt since when what is read is known
     */
    PeopleReader(ZoneId usualZone, Instant readAt) {
        this.usualZone = usualZone;
        this.readAt = readAt;
    }

    /** Those that could be read; the faults of the others are in the problems of {@code root}. */
    List<Person> read(Fields root) {
        root.need("people");
        for (Fields fields : root.maps("people")) {
            person(fields).ifPresent(person -> keep(person, fields));
        }
        root.finish();
        places.values().forEach(place -> {
            checkDelegate(place, root.problems());
            checkAnswersFor(place, root.problems());
        });
        return places.values().stream().map(Place::person).toList();
    }

    /** Every id that a person is given, faults or not. */
    Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** Every role that a person is given, faults or not. */
    Set<String> roles() {
        return Set.copyOf(roles);
    }

    private void keep(Person person, Fields fields) {
        Place before = places.putIfAbsent(
                person.id(), new Place(person, fields.at("id"), fields.at("delegate"), fields.list("answers-for")));
        if (before != null) {
            fields.error(
                    "id",
                    HomeProblem.DUPLICATE_ID,
                    "id: " + person.id() + " is also the id of "
                            + before.person().name() + " on line " + before.at().line() + "; give one of them another");
        }
    }

    private Optional<Person> person(Fields fields) {
        Optional<PersonId> id = id(fields, "id", PersonId::new);
        id.ifPresent(given -> ids.add(given.value()));
        String name = fields.text("name");
        PersonKind kind = fields.findOneOf("kind", PersonKind.class).orElse(PersonKind.STAFF);
        List<RoleName> held = fields.list("roles", RoleName::new, HomeProblem.BAD_ID, "lead-attorney");
        held.forEach(role -> roles.add(role.value()));
        Reach reach = reach(fields, kind);
        ZoneId zone = fields.findZone("zone").orElse(usualZone);
        Optional<Quiet> quiet = fields.read("quiet", PeopleReader::quiet, TextProblem.BAD_VALUE, "\"21:00-07:00\"");
        List<Leave> leave = new ArrayList<>();
        for (Fields span : fields.maps("leave")) {
            leave(span).ifPresent(leave::add);
        }
        Map<String, PersonId> delegates = delegates(fields);
        Wants wants = fields.findOneOf("wants", Wants.class).orElse(Wants.EACH);
        Optional<LocalDate> left = fields.findDate("left");
        List<PersonId> answersFor = fields.list("answers-for", PersonId::new, HomeProblem.BAD_ID, "jlin");
        if (!fields.finish() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Person(
                id.get(),
                name,
                kind,
                held,
                reach,
                zone,
                quiet,
                leave,
                Optional.ofNullable(delegates.get(USUALLY)),
                ofMatters(delegates),
                wants,
                left,
                answersFor,
                readAt));
    }

    /** Who stands in, by matter; {@value #USUALLY}: for all others. */
    private static Map<String, PersonId> delegates(Fields fields) {
        Map<String, PersonId> delegates = new LinkedHashMap<>();
        if (fields.node("delegate").filter(MapNode.class::isInstance).isEmpty()) {
            fields.read("delegate", PersonId::new, HomeProblem.BAD_ID, "jlin")
                    .ifPresent(other -> delegates.put(USUALLY, other));
            return delegates;
        }
        fields.findMap("delegate").ifPresent(of -> {
            for (TextNode key : of.keys()) {
                of.parse("delegate", key, MatterId::new, HomeProblem.BAD_ID, "H-2291")
                        .flatMap(matter -> of.read(key.value(), PersonId::new, HomeProblem.BAD_ID, "jlin"))
                        .ifPresent(other -> delegates.put(key.value(), other));
            }
            of.finish();
        });
        return delegates;
    }

    private static Map<MatterId, PersonId> ofMatters(Map<String, PersonId> delegates) {
        Map<MatterId, PersonId> ofMatters = new LinkedHashMap<>();
        delegates.forEach((key, other) -> {
            if (!key.equals(USUALLY)) {
                ofMatters.put(new MatterId(key), other);
            }
        });
        return ofMatters;
    }

    static <T> Optional<T> id(Fields fields, String key, Function<String, T> type) {
        fields.need(key);
        return fields.read(
                key,
                text -> {
                    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,59}")) {
                        throw new IllegalArgumentException(
                                "an id has letters, digits and . _ - /, and starts with a letter or digit");
                    }
                    return type.apply(text);
                },
                HomeProblem.BAD_ID,
                "H-2291");
    }

    private static Reach reach(Fields fields, PersonKind kind) {
        Optional<String> email = fields.read(
                "email",
                form("[^\\s<>@,;\"]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
                HomeProblem.BAD_REACH,
                "mharper@firm.example");
        Optional<String> mobile =
                fields.read("mobile", form("\\+[1-9][0-9]{6,14}"), HomeProblem.BAD_REACH, "\"+12125550101\"");
        Set<Channel> never = EnumSet.noneOf(Channel.class);
        never.addAll(fields.list("never", PeopleReader::channel, TextProblem.BAD_VALUE, "sms"));
        Map<Channel, LocalDate> consent = new EnumMap<>(Channel.class);
        fields.findMap("consent").ifPresent(given -> {
            for (Channel channel : Channel.values()) {
                given.findDate(Words.of(channel)).ifPresent(day -> consent.put(channel, day));
            }
            given.finish();
        });
        Reach reach = new Reach(email, mobile, never, consent);
        boolean readable = email.isPresent() == fields.has("email") && mobile.isPresent() == fields.has("mobile");
        if (readable && reach.usable().isEmpty()) {
            fields.warning(
                    "id",
                    HomeProblem.UNREACHABLE,
                    fields.findText("id").orElse("this person")
                            + " has no channel that may be used, so that nothing can ever be told: add email or mobile");
        } else if (kind == PersonKind.CLIENT && !fields.has("consent")) {
            fields.warning(
                    "id",
                    HomeProblem.UNREACHABLE,
                    fields.findText("id").orElse("this client")
                            + " has given no consent, so that nothing is sent: add \"consent: {email: DATE}\"");
        }
        return reach;
    }

    private static Function<String, String> form(String pattern) {
        return text -> {
            if (!text.matches(pattern)) {
                throw new IllegalArgumentException("not an address of this channel");
            }
            return text;
        };
    }

    private static Channel channel(String word) {
        return Words.find(Channel.class, word)
                .orElseThrow(() -> new IllegalArgumentException("a channel is email or sms"));
    }

    private static Quiet quiet(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("quiet hours are two times of day");
        }
        return new Quiet(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
    }

    private static Optional<Leave> leave(Fields fields) {
        Optional<LocalDate> from = fields.date("from");
        Optional<LocalDate> to = fields.date("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            fields.error(
                    "to",
                    HomeProblem.BAD_SPAN,
                    "to: leave ends on " + to.get() + ", before it starts on " + from.get() + "; swap the two");
        }
        return fields.finish() ? Optional.of(new Leave(from.orElseThrow(), to.orElseThrow())) : Optional.empty();
    }

    private void checkDelegate(Place place, Problems problems) {
        Person person = place.person();
        boolean fine = Stream.concat(person.delegates().values().stream(), person.delegate().stream())
                .distinct()
                .filter(delegate -> !checkDelegate(place, delegate, problems))
                .findFirst()
                .isEmpty();
        if (fine && person.delegate().isPresent()) {
            checkCircle(place, problems);
        }
    }

    private boolean checkDelegate(Place place, PersonId delegate, Problems problems) {
        if (!ids.contains(delegate.value())) {
            problems.error(
                    place.delegateAt(),
                    HomeProblem.UNKNOWN_PERSON,
                    "delegate: nobody has the id \"" + delegate + "\"" + Nearest.hint(delegate.value(), ids));
            return false;
        }
        if (delegate.equals(place.person().id())) {
            problems.error(
                    place.delegateAt(),
                    HomeProblem.DELEGATE_CIRCLE,
                    "delegate: " + place.person().id()
                            + " cannot stand in for the absence of the same person; name somebody else, or nobody");
            return false;
        }
        return true;
    }

    /** Whoever answers for another is staff, and the other is somebody else whom the file knows. */
    private void checkAnswersFor(Place place, Problems problems) {
        for (TextNode other : place.answersFor()) {
            if (!ids.contains(other.value())) {
                problems.error(
                        other.at(),
                        HomeProblem.UNKNOWN_PERSON,
                        "answers-for: nobody has the id \"" + other.value() + "\"" + Nearest.hint(other.value(), ids));
            } else if (other.value().equals(place.person().id().value())) {
                problems.error(
                        other.at(),
                        HomeProblem.ANSWERS_FOR,
                        "answers-for: everybody answers for himself without being named; name others, or leave it out");
            } else if (place.person().kind() != PersonKind.STAFF) {
                problems.error(
                        other.at(),
                        HomeProblem.ANSWERS_FOR,
                        "answers-for: " + place.person().id()
                                + " is not one of the staff, and only staff answer for others; leave it out");
            }
        }
    }

    /** Two who stand in for each other are the custom; days on which the whole circle is away are nobody's. */
    private void checkCircle(Place place, Problems problems) {
        List<Person> circle = circle(place.person().id()).stream()
                .map(id -> Objects.requireNonNull(places.get(id)).person())
                .toList();
        boolean first = places.keySet().stream()
                .filter(id -> circle.stream().anyMatch(person -> person.id().equals(id)))
                .findFirst()
                .filter(place.person().id()::equals)
                .isPresent();
        if (!first) {
            return;
        }
        allAway(circle)
                .ifPresent(day -> problems.warning(
                        place.delegateAt(),
                        HomeProblem.DELEGATE_CIRCLE,
                        "delegate: "
                                + circle.stream()
                                        .map(person -> person.id().value())
                                        .collect(Collectors.joining(", "))
                                + " stand in for each other and are all away on " + day
                                + "; let one of them name somebody else, or nobody"));
    }

    /** The first day on which all of {@code circle} are away; a span of leave in common begins where one of them begins. */
    private static Optional<LocalDate> allAway(List<Person> circle) {
        return circle.stream()
                .flatMap(person -> Stream.concat(person.leave().stream().map(Leave::from), person.left().stream()))
                .filter(day -> circle.stream().allMatch(person -> person.awayOn(day)))
                .min(Comparator.naturalOrder());
    }

    /** The people of the circle that {@code start} is in by way of delegates; empty where there is none. */
    private Set<PersonId> circle(PersonId start) {
        Set<PersonId> reached = new LinkedHashSet<>();
        Optional<PersonId> next = Optional.of(start);
        while (next.isPresent() && reached.add(next.get())) {
            next = Optional.ofNullable(places.get(next.get()))
                    .flatMap(place -> place.person().delegate());
        }
        return next.filter(start::equals).isPresent() ? reached : Set.of();
    }
}
