package org.tickler.daemon.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// One port on which the daemon answers HTTP.
public final class HttpPort implements AutoCloseable {

    /// Of all callers together; beyond it the idle ones are let go, so that nobody can use up the process's files.
    static final int MOST_CONNECTIONS = 500;

    private static final int MOST_THREADS = 32;
    private static final int LONGEST_HEADERS = 8 * 1024;
    private static final long IDLE_MILLIS = 20_000;
    private static final long IDLE_MILLIS_WHEN_CROWDED = 500;
    private static final long GRACE_MILLIS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    private HttpPort(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Opens a port; it answers when this returns.
    ///
    /// @param address where to listen; port 0 takes a free one
    /// @param trustedProxies addresses whose `X-Forwarded-For` is believed
    /// @throws IOException if the address cannot be had: taken, or not one of this machine
    public static HttpPort open(InetSocketAddress address, Set<String> trustedProxies, Routes routes)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        NetworkConnectionLimit crowd = new NetworkConnectionLimit(MOST_CONNECTIONS, connector);
        crowd.setEndPointIdleTimeout(IDLE_MILLIS_WHEN_CROWDED);
        server.addBean(crowd);
        server.setHandler(new Dispatcher(routes, Set.copyOf(trustedProxies)));
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(GRACE_MILLIS);
        HttpPort port = new HttpPort(server, connector);
        try {
            server.start();
        } catch (IOException e) {
            port.close();
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new IOException(
                    "cannot listen on " + address.getHostString() + ":" + address.getPort() + ": " + why, e);
        } catch (Exception e) {
            port.close();
            throw new IllegalStateException("the port at " + address + " did not start", e);
        }
        return port;
    }

    /// Where it can be reached from this machine, without a final slash.
    public URI uri() {
        return URI.create("http://" + HostPort.normalizeHost(connector.getHost()) + ":" + connector.getLocalPort());
    }

    /// Lets requests under way end, for at most five seconds, and gives the port back.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the port at " + connector.getHost() + " did not stop", e);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setRequestHeaderSize(LONGEST_HEADERS);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        return configuration;
    }
}
