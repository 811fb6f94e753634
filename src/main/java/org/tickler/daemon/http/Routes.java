package org.tickler.daemon.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// The addresses that one port answers. Filled before the port is opened; read by many threads afterwards.
public final class Routes {

    private static final int NO_BODY = 0;

    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Refusing> refusals = new LinkedHashMap<>();

    /// Puts a refusal into a form.
    @FunctionalInterface
    public interface Refusing {
        Reply with(int status, String sentence);
    }

    /// Adds an address to be read, which also answers HEAD. It must change nothing: programs that scan mail follow
    /// every link.
    ///
    /// @param path in which each `{name}` stands for one or more characters other than a slash
    public Routes get(String path, Answering answering) {
        routes.add(Route.of("GET", path, places -> NO_BODY, call -> new Admitting.Admission.In(answering)));
        return this;
    }

    /// Adds an address to be posted to.
    ///
    /// @param longest how many bytes a body may have; longer ones are refused with 413, unread
    public Routes post(String path, int longest, Answering answering) {
        return post(path, places -> longest, answering);
    }

    /// As above, where not everybody may send as much.
    ///
    /// @param longest by what stands in the place of the path's names
    public Routes post(String path, ToIntFunction<Map<String, String>> longest, Answering answering) {
        routes.add(Route.of("POST", path, longest, call -> new Admitting.Admission.In(answering)));
        return this;
    }

    /// Adds an address at which not everybody is heard.
    ///
    /// @param method GET or POST; GET also answers HEAD, and must change nothing
    /// @param longest how many bytes a body may have; longer ones are refused with 413, unread
    public Routes guarded(String method, String path, int longest, Admitting admitting) {
        routes.add(Route.of(method, path, places -> longest, admitting));
        return this;
    }

    /// What cannot be answered below a path is told in a form of its own, instead of as plain text.
    public Routes refusing(String below, Refusing refusing) {
        refusals.put(below, refusing);
        return this;
    }

    /// A sentence, in the form in which refusals of this path are told.
    Reply refusal(String path, int status, String sentence) {
        return refusals.entrySet().stream()
                .filter(one -> path.startsWith(one.getKey()))
                .findFirst()
                .map(one -> one.getValue().with(status, sentence))
                .orElseGet(() -> Reply.text(status, sentence));
    }

    /// The route for a request, or why there is none.
    Found find(String method, String path) {
        List<String> allowed = new ArrayList<>();
        for (Route route : routes) {
            Optional<Map<String, String>> places = route.places(path);
            if (places.isPresent()) {
                if (route.method().equals(method)) {
                    return new Found.Here(route, places.get());
                }
                allowed.add(route.method());
            }
        }
        return allowed.isEmpty() ? new Found.Nowhere() : new Found.OtherMethod(allowed);
    }

    /// What the table knows of a method and path.
    sealed interface Found {
        record Here(Route route, Map<String, String> places) implements Found {}

        /// The address is there, for other methods.
        record OtherMethod(List<String> allowed) implements Found {}

        record Nowhere() implements Found {}
    }
}
