package org.tickler.rules.remind;

import java.util.List;
import org.tickler.rules.firm.Channel;

/**
 * The channels of a rung, in order.
 *
 * @param all whether every one is used ({@code sms and email}); otherwise the first that reaches the person ({@code sms,
 *     else email})
 */
public record By(List<Channel> channels, boolean all) {
    public By {
        channels = List.copyOf(channels);
        if (channels.isEmpty() || channels.stream().distinct().count() != channels.size()) {
            throw new IllegalArgumentException("a rung names one or more different channels, but had: " + channels);
        }
    }
}
