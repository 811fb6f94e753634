package org.tickler.engine.dispatch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tickler.rules.firm.Channel;

/**
 * The ways out of the house.
 *
 * @param carriers one for each channel that is set up
 * @param outbox where the messages of the other channels are laid
 * @param perMinute most messages a minute; a channel without one has no such limit
 */
public record Ways(Map<Channel, Carrier> carriers, Outbox outbox, Map<Channel, Integer> perMinute) {
    public Ways {
        carriers = Map.copyOf(carriers);
        perMinute = Map.copyOf(perMinute);
    }

    /** Without limits. Throws IllegalArgumentException where two carriers have the same channel. */
    public static Ways of(Collection<? extends Carrier> carriers, Outbox outbox) {
        Map<Channel, Carrier> byChannel = new EnumMap<>(Channel.class);
        for (Carrier carrier : carriers) {
            if (byChannel.putIfAbsent(carrier.channel(), carrier) != null) {
                throw new IllegalArgumentException("a channel has one carrier, but " + carrier.channel() + " had two");
            }
        }
        return new Ways(byChannel, outbox, Map.of());
    }

    /** The lanes, one for each channel that is set up. */
    Map<Channel, Lane> lanes() {
        Map<Channel, Lane> lanes = new EnumMap<>(Channel.class);
        carriers.forEach((channel, carrier) -> lanes.put(
                channel, new Lane(new LoopBack(carrier), new Throttle(Optional.ofNullable(perMinute.get(channel))))));
        return lanes;
    }
}
