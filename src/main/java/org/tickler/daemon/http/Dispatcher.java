package org.tickler.daemon.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.StoreUnavailable;

/// Turns a request into a [Call], finds its route, and writes the [Reply] with the headers that every reply carries.
final class Dispatcher extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /// No page of ours loads anything from elsewhere, is framed, kept by a cache, or found by a search engine.
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "X-Robots-Tag", "noindex, nofollow");

    private final Routes routes;
    private final Set<String> trustedProxies;

    Dispatcher(Routes routes, Set<String> trustedProxies) {
        this.routes = routes;
        this.trustedProxies = trustedProxies;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        write(reply(request), request, response, callback);
        return true;
    }

    private Reply reply(Request request) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        String path = path(request);
        return switch (routes.find(method, path)) {
            case Routes.Found.Here here -> answered(request, method, here);
            case Routes.Found.OtherMethod other ->
                routes.refusal(path, 405, "This address does not take " + request.getMethod() + ".")
                        .with("Allow", String.join(", ", other.allowed()));
            case Routes.Found.Nowhere() -> routes.refusal(path, 404, "There is nothing here.");
        };
    }

    private Reply answered(Request request, String method, Routes.Found.Here here) {
        String path = path(request);
        int longest = here.route().longest().applyAsInt(here.places());
        try {
            return switch (here.route().admitting().admit(call(request, method, here.places(), ""))) {
                case Admitting.Admission.Out out -> closing(request, out.reply());
                case Admitting.Admission.In in -> {
                    String body = body(request, longest);
                    yield in.answering().to(call(request, method, here.places(), body));
                }
            };
        } catch (TooLong e) {
            return routes.refusal(path, 413, "The body may have at most " + longest + " bytes.")
                    .with("Connection", "close");
        } catch (IOException e) {
            return routes.refusal(path, 400, "The request ended early.").with("Connection", "close");
        } catch (RuntimeException e) {
            if (StoreUnavailable.isBehind(e)) {
                LOG.warn("a {} was refused: the database is away, {}", method, e.getMessage());
                return routes.refusal(path, 503, "For a moment this cannot be answered. Please try again.")
                        .with("Retry-After", "30");
            }
            LOG.error("a {} to {} failed", method, here.route().pattern(), e);
            return routes.refusal(path, 500, "This went wrong on our side. It has been logged.");
        }
    }

    /// What is left unread of a request would be taken for the next one.
    private static Reply closing(Request request, Reply reply) {
        return request.getMethod().equals("POST") ? reply.with("Connection", "close") : reply;
    }

    /// A request for the server as a whole, or to become a tunnel, has none.
    private static String path(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    private Call call(Request request, String method, Map<String, String> places, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getValue());
        }
        String query = request.getHttpURI().getQuery();
        return new Call(
                method,
                path(request),
                query == null ? "" : query,
                places,
                headers,
                body,
                Proxies.caller(Request.getRemoteAddr(request), forwardedFor(request), trustedProxies));
    }

    /// All lines of that name as one: a proxy adds to the caller's line, or a line of its own below it.
    private static String forwardedFor(Request request) {
        return String.join(",", request.getHeaders().getValuesList("X-Forwarded-For"));
    }

    private static String body(Request request, int longest) throws IOException {
        if (request.getLength() > longest) {
            throw new TooLong();
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] read = in.readNBytes(longest + 1);
            if (read.length > longest) {
                throw new TooLong();
            }
            String type = Objects.requireNonNullElse(request.getHeaders().get("Content-Type"), "");
            boolean files = type.toLowerCase(Locale.ROOT).startsWith(Call.WITH_FILES);
            return new String(read, files ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }
    }

    private static void write(Reply reply, Request request, Response response, Callback callback) {
        response.setStatus(reply.status());
        ALWAYS.forEach((name, value) -> response.getHeaders().put(name, value));
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        if (request.getMethod().equals("HEAD")) {
            response.getHeaders().put("Content-Length", reply.body().remaining());
            response.write(true, null, callback);
        } else {
            response.write(true, reply.body().duplicate(), callback);
        }
    }

    /// A body longer than its route takes.
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
