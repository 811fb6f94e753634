package org.tickler.rules.firm;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a person can be reached: addresses, the channels never to be used, and since when a channel has consent (clients
 * need it; staff do not).
 *
 * @param mobile in E.164, such as {@code +12125550101}
 * @param lapsed the channels whose consent was given for a former address, and so does not hold for this one
 */
public record Reach(
        Optional<String> email,
        Optional<String> mobile,
        Set<Channel> never,
        Map<Channel, LocalDate> consent,
        Set<Channel> lapsed) {
    public Reach {
        lapsed = Set.copyOf(lapsed);
        never = Set.copyOf(never);
        consent = Map.copyOf(consent);
    }

    /** Where every consent was given for the address that stands here. */
    public Reach(Optional<String> email, Optional<String> mobile, Set<Channel> never, Map<Channel, LocalDate> consent) {
        this(email, mobile, never, consent, Set.of());
    }

    /** Since when there is consent to the address on {@code channel}; empty: there is none. */
    public Optional<LocalDate> consented(Channel channel) {
        return lapsed.contains(channel) ? Optional.empty() : Optional.ofNullable(consent.get(channel));
    }

    /** The address on {@code channel}; empty where there is none, whether or not the channel may be used. */
    public Optional<String> address(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> mobile;
        };
    }

    /** The channels that have an address and are not forbidden, e-mail first. */
    public List<Channel> usable() {
        return List.of(Channel.values()).stream()
                .filter(channel -> address(channel).isPresent() && !never.contains(channel))
                .toList();
    }
}
