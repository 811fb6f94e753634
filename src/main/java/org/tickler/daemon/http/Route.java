package org.tickler.daemon.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One method on one form of path.
///
/// @param method GET or POST; GET also answers HEAD
/// @param pattern a path in which each `{name}` stands for one or more characters other than a slash
/// @param longest how many bytes a body may have, by what stands in the place of the names
record Route(
        String method,
        Pattern pattern,
        List<String> names,
        ToIntFunction<Map<String, String>> longest,
        Admitting admitting) {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    Route {
        names = List.copyOf(names);
    }

    static Route of(String method, String path, ToIntFunction<Map<String, String>> longest, Admitting admitting) {
        List<String> names = new ArrayList<>();
        StringBuilder expression = new StringBuilder();
        Matcher name = NAME.matcher(path);
        int done = 0;
        while (name.find()) {
            expression.append(Pattern.quote(path.substring(done, name.start()))).append("([^/]+)");
            names.add(name.group(1));
            done = name.end();
        }
        expression.append(Pattern.quote(path.substring(done)));
        return new Route(method, Pattern.compile(expression.toString()), names, longest, admitting);
    }

    /// What stands in the place of the names; empty if the path has another form.
    Optional<Map<String, String>> places(String path) {
        Matcher match = pattern.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        Map<String, String> places = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            places.put(names.get(at), match.group(at + 1));
        }
        return Optional.of(places);
    }
}
