package org.tickler.daemon;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Set;
import org.tickler.daemon.http.HttpPort;
import org.tickler.daemon.http.Routes;

/** Opens ports, or says what a person can do about one that is not to be had. */
final class Ports {
    private Ports() {}

    static HttpPort open(String section, InetSocketAddress address, Set<String> proxies, Routes routes) {
        try {
            return HttpPort.open(new InetSocketAddress(address.getHostString(), address.getPort()), proxies, routes);
        } catch (IOException e) {
            throw Complaint.unavailable(
                    e.getMessage() + "; stop what listens there, or set another port under " + section
                            + ": in tickler.yaml",
                    e);
        }
    }
}
