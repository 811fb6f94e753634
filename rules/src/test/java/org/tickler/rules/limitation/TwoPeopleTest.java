package org.tickler.rules.limitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.limitation.Claims.accrued;
import static org.tickler.rules.sample.SampleEntry.entry;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.PersonId;

/** What one person alone cannot do to a last day to sue. */
class TwoPeopleTest {
    private static final Claim CLAIM = accrued("2024-05-06").build();
    private static final LocalDate LAST = LocalDate.of(2027, 5, 6);
    private static final Set<PersonId> ONE = Set.of(new PersonId("jlin"));
    private static final Set<PersonId> TWO = Set.of(new PersonId("jlin"), new PersonId("mharper"));

    private static Satisfaction satisfaction(String stamped, String defendant, Set<PersonId> seenBy) {
        Pleading pleading = new Pleading(LocalDate.parse(stamped), "1:27-cv-00417", List.of("Crane Inc.", defendant));
        return Satisfaction.of(CLAIM, LAST, pleading, seenBy);
    }

    private static String why(Satisfaction satisfaction) {
        return satisfaction instanceof Satisfaction.Unsatisfied unsatisfied ? unsatisfied.why() : "satisfied";
    }

    @Test
    void aPleadingThatNamesTheDefendantOnTheLastDaySatisfies() {
        assertThat(satisfaction("2027-05-06", "BOLT, L.L.C.", TWO)).isEqualTo(new Satisfaction.Satisfied());
        assertThat(satisfaction("2027-05-06", "Bolt LLC", TWO)).isEqualTo(new Satisfaction.Satisfied());
    }

    @Test
    void onlyThatDefendantWillDo() {
        assertThat(why(satisfaction("2027-05-06", "Bolt Inc.", TWO)))
                .isEqualTo("the pleading 1:27-cv-00417 does not name Bolt LLC; it names Crane Inc., Bolt Inc.");
    }

    @Test
    void aPleadingStampedTooLateOrTooEarlyDoesNot() {
        assertThat(why(satisfaction("2027-05-07", "Bolt LLC", TWO)))
                .contains("stamped on Fri 2027-05-07, after the last day to sue, Thu 2027-05-06");
        assertThat(why(satisfaction("2024-05-05", "Bolt LLC", TWO))).contains("before the claim accrued");
    }

    @Test
    void oneWhoSeesItTwiceIsOne() {
        Set<PersonId> twice = new HashSet<>(List.of(new PersonId("jlin"), new PersonId("jlin")));
        assertThat(why(satisfaction("2027-05-06", "Bolt LLC", twice)))
                .contains("no single person")
                .contains("only jlin says so");
    }

    @Test
    void noSinglePersonSwitchesALastDayToSueOff() {
        var limitation = entry("sue", EntryKind.LIMITATION, "2027-05-06").build();
        assertThat(TwoPeople.againstEnding(limitation, ONE).orElseThrow())
                .contains("no single person can switch off: only jlin says so");
        assertThat(TwoPeople.againstEnding(limitation, Set.of()).orElseThrow()).contains("nobody says so");
        assertThat(TwoPeople.againstEnding(limitation, TWO)).isEmpty();
        assertThat(TwoPeople.againstEnding(
                        entry("h", EntryKind.HEARING, "2027-05-06").build(), ONE))
                .isEmpty();
    }
}
