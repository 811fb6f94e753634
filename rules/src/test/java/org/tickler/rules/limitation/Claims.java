package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.firm.Claim;

/** A claim for personal injury against Bolt LLC, as much of it as a test says. */
public final class Claims {
    private final Claim.Accrual accrual;
    private final List<Claim.Tolling> tolling = new ArrayList<>();
    private final List<Claim.Agreement> agreements = new ArrayList<>();
    private Optional<LocalDate> born = Optional.empty();
    private Optional<LocalDate> reposeFrom = Optional.empty();
    private Optional<String> rule = Optional.empty();
    private String type = "personal-injury";

    private Claims(Claim.Accrual accrual) {
        this.accrual = accrual;
    }

    public static Claims accrued(String day) {
        return new Claims(Claim.Accrual.on(LocalDate.parse(day)));
    }

    public static Claims accrued(String first, String last) {
        return new Claims(new Claim.Accrual(LocalDate.parse(first), LocalDate.parse(last)));
    }

    public Claims born(String day) {
        born = Optional.of(LocalDate.parse(day));
        return this;
    }

    public Claims sold(String day) {
        reposeFrom = Optional.of(LocalDate.parse(day));
        return this;
    }

    public Claims rule(String id) {
        rule = Optional.of(id);
        return this;
    }

    public Claims type(String word) {
        type = word;
        return this;
    }

    public Claims tolled(String from, String to) {
        tolling.add(new Claim.Tolling(
                LocalDate.parse(from), Optional.of(LocalDate.parse(to)), "bankruptcy stay", "petition of " + from));
        return this;
    }

    public Claims tolledSince(String from) {
        tolling.add(
                new Claim.Tolling(LocalDate.parse(from), Optional.empty(), "bankruptcy stay", "petition of " + from));
        return this;
    }

    public Claims agreed(String from, String until) {
        agreements.add(new Claim.Agreement(LocalDate.parse(from), LocalDate.parse(until), "letter of " + from));
        return this;
    }

    public Claim build() {
        return new Claim(
                "bolt", type, "Bolt LLC", accrual, born, reposeFrom, Optional.empty(), rule, tolling, agreements);
    }
}
