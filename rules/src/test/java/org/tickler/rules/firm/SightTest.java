package org.tickler.rules.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tickler.rules.sample.SampleFirm;
import org.tickler.rules.sample.SamplePerson;

/** Who may see a matter. */
class SightTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static Sight sees(SamplePerson who, SampleFirm firm) {
        return Sight.sees(who.build(), firm.matter(), DAY);
    }

    @Test
    void letsStaffSeeWhatIsOpenToTheFirm() {
        assertThat(sees(person("jlin"), firm())).isEqualTo(new Sight.Allowed("staff"));
    }

    @Test
    void letsTheTeamSeeWhatIsOpenToItOnly() {
        SampleFirm firm = firm().teamOnly().team("paralegal", "ann");
        assertThat(sees(person("ann"), firm)).isEqualTo(new Sight.Allowed("on the team"));
        assertThat(sees(person("jlin"), firm)).isEqualTo(new Sight.Refused("H-2291 is open to its team only"));
    }

    @Test
    void putsTheWallAboveEveryRole() {
        SampleFirm firm = firm().team("lead-attorney", "jlin").walledOff("jlin");
        assertThat(sees(person("jlin").role("lead-attorney"), firm))
                .isEqualTo(new Sight.Refused("jlin is walled off from H-2291"));
    }

    @Test
    void letsAClientSeeHisOwnMatterOnly() {
        assertThat(sees(person("acme").client(), firm().team("client", "acme")).allowed())
                .isTrue();
        assertThat(sees(person("acme").client(), firm()))
                .isEqualTo(new Sight.Refused("acme is not staff and not on the team of H-2291"));
    }

    @Test
    void showsNothingToThoseWhoLeft() {
        SampleFirm firm = firm().team("lead-attorney", "jlin");
        assertThat(sees(person("jlin").left("2026-03-10"), firm)).isEqualTo(new Sight.Refused("jlin has left"));
        assertThat(sees(person("jlin").left("2026-03-11"), firm).allowed()).isTrue();
    }

    @Test
    void showsAMatterToThoseOnLeave() {
        assertThat(sees(person("jlin").away("2026-03-01", "2026-03-31"), firm()).allowed())
                .isTrue();
    }
}
