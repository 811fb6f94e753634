package org.tickler.engine.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.tickler.engine.ledger.Story.At;
import org.tickler.engine.ledger.Story.Date;
import org.tickler.engine.ledger.Story.Death;
import org.tickler.engine.ledger.Story.Dossier;
import org.tickler.engine.ledger.Story.Happening;
import org.tickler.engine.ledger.Story.Item;
import org.tickler.engine.ledger.Story.Ladder;
import org.tickler.engine.ledger.Story.Rung;
import org.tickler.engine.ledger.Story.Span;
import org.tickler.engine.ledger.Story.Staff;
import org.tickler.engine.ledger.Story.Step;
import org.tickler.engine.ledger.Story.Trouble;
import org.tickler.engine.ledger.Story.Wanted;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.Channel;

/** Makes a story of a seed; the same seed always makes the same story. */
final class StoryTeller {
    private static final List<String> NAMES = List.of("ann", "ben", "cleo", "dan", "eve");
    private static final List<String> ROLES =
            List.of("lead-attorney", "paralegal", "supervising-attorney", "docket-clerk");
    private static final List<EntryKind> KINDS =
            List.of(EntryKind.HEARING, EntryKind.FILING, EntryKind.TASK, EntryKind.DEPOSITION);
    private static final List<String> ZONES = List.of("America/New_York", "America/Chicago", "America/Los_Angeles");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    /** The mornings on which the people's file is read. */
    private static final List<Integer> FILE_DAYS = List.of(2, 7);

    private final long seed;
    private final Random random;
    private final List<Staff> staff = new ArrayList<>();
    private final List<Dossier> dossiers = new ArrayList<>();
    private final List<Ladder> ladders = new ArrayList<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private final int first;
    private int items;

    private StoryTeller(long seed) {
        this.seed = seed;
        this.first = Math.toIntExact(seed * 100);
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    static Story tell(long seed) {
        return new StoryTeller(seed).story();
    }

    private Story story() {
        people();
        int matters = 1 + random.nextInt(2);
        for (int number = 1; number <= matters; number++) {
            matter("s" + seed + "-m" + number);
        }
        int entries = matters + random.nextInt(3);
        for (int number = 1; number <= entries; number++) {
            enter(number <= matters || chance(70) ? Story.START : instant());
        }
        for (int many = random.nextInt(entries + 2); many > 0; many--) {
            happens();
        }
        absences();
        Optional<Death> death =
                chance(25) ? Optional.of(new Death(instant(), oneOf(List.of(Death.When.values())))) : Optional.empty();
        world(death.isPresent() ? 1 : 2);
        happenings.sort(Comparator.comparing(Happening::at));
        return new Story(
                seed,
                List.copyOf(staff),
                List.copyOf(dossiers),
                List.copyOf(ladders),
                List.copyOf(happenings),
                List.copyOf(troubles),
                death);
    }

    private void people() {
        int many = 3 + random.nextInt(3);
        for (int number = 0; number < many; number++) {
            String id = "s" + seed + "-" + NAMES.get(number);
            int reach = random.nextInt(10);
            List<Channel> channels =
                    reach < 6 ? List.of(Channel.EMAIL, Channel.SMS) : List.of(reach < 9 ? Channel.EMAIL : Channel.SMS);
            Optional<String> delegate = chance(60)
                    ? Optional.of("s" + seed + "-" + NAMES.get((number + 1 + random.nextInt(many - 1)) % many))
                    : Optional.empty();
            staff.add(new Staff(id, ZoneId.of(oneOf(ZONES)), chance(50), channels, delegate));
        }
    }

    private void matter(String id) {
        Map<String, List<String>> team = new HashMap<>();
        for (String role : ROLES) {
            Set<String> holders = new HashSet<>();
            for (int many = chance(85) ? 1 + random.nextInt(2) : 0; many > 0; many--) {
                holders.add(person());
            }
            team.put(role, holders.stream().sorted().toList());
        }
        team.put("lead-attorney", List.of(person()));
        Set<String> walled = chance(20) ? Set.of(person()) : Set.of();
        dossiers.add(new Dossier(id, Map.copyOf(team), walled));
    }

    private Ladder ladder(String matter, EntryKind kind) {
        List<Rung> rungs = new ArrayList<>();
        Set<At> taken = new HashSet<>();
        for (int many = 1 + random.nextInt(4); many > 0; many--) {
            At at = at();
            if (taken.add(at)) {
                rungs.add(rung("r" + (rungs.size() + 1), at));
            }
        }
        return new Ladder(matter, kind, List.copyOf(rungs));
    }

    private At at() {
        Optional<LocalTime> time =
                chance(50) ? Optional.of(LocalTime.of(oneOf(List.of(8, 14, 22)), 0)) : Optional.empty();
        return switch (random.nextInt(8)) {
            case 0 -> new At(Optional.empty(), false, Optional.empty());
            case 1, 2 -> new At(Optional.of(new Span(1 + random.nextInt(7), "days")), false, time);
            case 3, 4 -> new At(Optional.of(new Span(random.nextInt(6), "business days")), false, time);
            case 5 -> new At(Optional.of(new Span(oneOf(List.of(2, 5, 12, 26)), "hours")), false, Optional.empty());
            case 6 -> new At(Optional.of(new Span(oneOf(List.of(1, 3, 9)), "business hours")), false, Optional.empty());
            default -> new At(Optional.of(new Span(random.nextInt(3), "business days")), true, time);
        };
    }

    private Rung rung(String id, At at) {
        List<String> to = new ArrayList<>(List.of(chance(70) ? oneOf(ROLES.subList(0, 3)) : "owner"));
        if (chance(40)) {
            String other = chance(60) ? oneOf(ROLES) : person();
            if (!to.contains(other)) {
                to.add(other);
            }
        }
        String by = oneOf(List.of("email", "email", "sms", "sms and email", "sms, else email"));
        if (chance(50)) {
            return new Rung(id, at, List.copyOf(to), by, Optional.empty(), List.of());
        }
        List<String> from = new ArrayList<>(List.of("any", "each"));
        to.stream().filter(ROLES::contains).forEach(from::add);
        Span within = at.leavesDays()
                ? oneOf(List.of(
                        new Span(1, "hours"),
                        new Span(2, "hours"),
                        new Span(4, "business hours"),
                        new Span(1, "business days")))
                : new Span(1, "hours");
        return new Rung(id, at, List.copyOf(to), by, Optional.of(new Wanted(oneOf(from), within)), steps(to));
    }

    private List<Step> steps(List<String> asked) {
        List<String> left =
                new ArrayList<>(List.of("delegate", "supervising-attorney", "paralegal", "owner", person()));
        left.removeAll(asked);
        List<Step> steps = new ArrayList<>();
        for (int many = random.nextInt(3); many > 0; many--) {
            String tell = left.remove(random.nextInt(left.size()));
            steps.add(new Step(
                    tell,
                    chance(50)
                            ? Optional.empty()
                            : Optional.of(oneOf(List.of(new Span(1, "hours"), new Span(2, "business hours"))))));
        }
        return List.copyOf(steps);
    }

    private void enter(Instant at) {
        Dossier matter = oneOf(dossiers);
        EntryKind kind = oneOf(KINDS);
        Optional<String> owner = switch (random.nextInt(4)) {
            case 0 -> Optional.of(person());
            case 1 -> Optional.of("paralegal");
            default -> Optional.empty();
        };
        items++;
        if (ladders.stream().noneMatch(one -> one.matter().equals(matter.id()) && one.kind() == kind)) {
            ladders.add(ladder(matter.id(), kind));
        }
        happenings.add(new Happening.Enter(at, new Item(first + items, matter.id(), kind, date(kind), owner)));
    }

    private Date date(EntryKind kind) {
        boolean timed = kind != EntryKind.FILING && kind != EntryKind.TASK;
        boolean hour = timed || chance(40);
        return new Date(
                FIRST_DAY.plusDays(random.nextInt(14)),
                hour ? Optional.of(LocalTime.of(oneOf(List.of(9, 14, 17)), 0)) : Optional.empty(),
                timed,
                ZoneId.of(oneOf(ZONES)));
    }

    private void happens() {
        int item = first + 1 + random.nextInt(items);
        Item meant = happenings.stream()
                .filter(one ->
                        one instanceof Happening.Enter enter && enter.item().number() == item)
                .map(one -> ((Happening.Enter) one).item())
                .findFirst()
                .orElseThrow();
        switch (random.nextInt(8)) {
            case 0 -> happenings.add(new Happening.Cancel(instant(), item));
            case 1 -> handOn(oneOf(dossiers));
            default -> happenings.add(new Happening.Move(instant(), item, date(meant.kind()), chance(30)));
        }
    }

    private void handOn(Dossier matter) {
        String role = oneOf(ROLES);
        String to = person();
        List<String> holders = new ArrayList<>(matter.team().get(role));
        holders.remove(to);
        if (holders.isEmpty() || matter.walled().contains(to)) {
            return;
        }
        Instant at = instant();
        LocalDate today = at.atZone(Story.OFFICE).toLocalDate();
        happenings.add(
                new Happening.HandOn(at, matter.id(), role, oneOf(holders), to, today.plusDays(random.nextInt(4))));
    }

    private void absences() {
        for (Staff one : staff) {
            for (int day : FILE_DAYS) {
                Instant at = FIRST_DAY
                        .plusDays(day)
                        .atTime(7, 0)
                        .atZone(Story.OFFICE)
                        .toInstant();
                if (chance(15)) {
                    LocalDate from = FIRST_DAY.plusDays(day + random.nextInt(4));
                    happenings.add(new Happening.Leave(
                            at, one.id(), Optional.of(from), Optional.of(from.plusDays(random.nextInt(7)))));
                }
            }
        }
    }

    /** @param most times that somebody is not reached: the pauses after more tries are not the same each time */
    private void world(int most) {
        List<Staff> left = new ArrayList<>(staff);
        for (int many = random.nextInt(4); many > 0; many--) {
            Staff one = left.remove(random.nextInt(left.size()));
            Trouble.Sort sort = oneOf(List.of(Trouble.Sort.values()));
            int times = sort == Trouble.Sort.NEVER ? Integer.MAX_VALUE : 1 + random.nextInt(most);
            troubles.add(new Trouble(instant(), one.id(), oneOf(one.channels()), sort, times));
        }
    }

    /** One of eight instants of a day of the first twelve days. */
    private Instant instant() {
        return Story.START.plus(Duration.ofHours(3L * random.nextInt(12 * 8)));
    }

    private String person() {
        return oneOf(staff).id();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
