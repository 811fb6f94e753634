package org.tickler.rules.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** A person of the sample firm: staff in New York with e-mail and mobile, known for ever, unless said otherwise. */
public final class SamplePerson {
    private final PersonId id;
    private PersonKind kind = PersonKind.STAFF;
    private final List<RoleName> roles = new ArrayList<>();
    private Optional<String> email;
    private Optional<String> mobile = Optional.of("+12125550101");
    private final Set<Channel> never = EnumSet.noneOf(Channel.class);
    private final Map<Channel, LocalDate> consent = new EnumMap<>(Channel.class);
    private ZoneId zone = ZoneId.of("America/New_York");
    private Optional<Quiet> quiet = Optional.empty();
    private final List<Leave> leave = new ArrayList<>();
    private Optional<PersonId> delegate = Optional.empty();
    private final Map<MatterId, PersonId> delegates = new HashMap<>();
    private Optional<LocalDate> left = Optional.empty();
    private Wants wants = Wants.EACH;
    private Instant knownAt = Instant.EPOCH;

    private SamplePerson(String id) {
        this.id = new PersonId(id);
        this.email = Optional.of(id + "@firm.example");
    }

    public static SamplePerson person(String id) {
        return new SamplePerson(id);
    }

    public SamplePerson client() {
        kind = PersonKind.CLIENT;
        return this;
    }

    public SamplePerson role(String role) {
        roles.add(new RoleName(role));
        return this;
    }

    public SamplePerson without(Channel channel) {
        if (channel == Channel.EMAIL) {
            email = Optional.empty();
        } else {
            mobile = Optional.empty();
        }
        return this;
    }

    public SamplePerson never(Channel channel) {
        never.add(channel);
        return this;
    }

    public SamplePerson consents(Channel channel, String since) {
        consent.put(channel, LocalDate.parse(since));
        return this;
    }

    public SamplePerson in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    public SamplePerson quiet(String from, String to) {
        quiet = Optional.of(new Quiet(LocalTime.parse(from), LocalTime.parse(to)));
        return this;
    }

    public SamplePerson away(String from, String to) {
        leave.add(new Leave(LocalDate.parse(from), LocalDate.parse(to)));
        return this;
    }

    public SamplePerson delegate(String other) {
        delegate = Optional.of(new PersonId(other));
        return this;
    }

    /** Who stands in on one matter. */
    public SamplePerson delegate(String matter, String other) {
        delegates.put(new MatterId(matter), new PersonId(other));
        return this;
    }

    public SamplePerson digest() {
        wants = Wants.DIGEST;
        return this;
    }

    public SamplePerson left(String day) {
        left = Optional.of(LocalDate.parse(day));
        return this;
    }

    public SamplePerson known(String instant) {
        knownAt = Instant.parse(instant);
        return this;
    }

    public Person build() {
        return new Person(
                id,
                id.value(),
                kind,
                roles,
                new Reach(email, mobile, never, consent),
                zone,
                quiet,
                leave,
                delegate,
                delegates,
                wants,
                left,
                List.of(),
                knownAt);
    }
}
