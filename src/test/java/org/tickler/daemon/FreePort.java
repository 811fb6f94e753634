package org.tickler.daemon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports for homes of tests. */
public final class FreePort {
    private FreePort() {}

    /** A port of this machine that nobody has. */
    public static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
