package org.tickler.daemon.http;

import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.tickler.engine.feed.FeedCache;
import org.tickler.engine.feed.Served;

/// `/feeds/<token>.ics`: a calendar feed, from bytes held ready. What is not known was perhaps revoked, and nobody can
/// tell; what cannot be vouched for is 503, for a calendar program deletes whatever it does not find in a 200.
public final class FeedRoute {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;
    private static final int MISSES_A_MINUTE = 60;

    private final FeedCache feeds;
    private final Throttle misses = new Throttle(MISSES_A_MINUTE);

    private FeedRoute(FeedCache feeds) {
        this.feeds = feeds;
    }

    /// Adds the address to a port's.
    public static Routes on(Routes routes, FeedCache feeds) {
        return routes.get("/feeds/{token}.ics", new FeedRoute(feeds)::answer);
    }

    private Reply answer(Call call) {
        return switch (feeds.find(call.place("token"), call.header("user-agent").orElse(""))) {
            case FeedCache.Lookup.Here here -> served(call, here.feed());
            case FeedCache.Lookup.Unknown unknown -> missed(call);
            case FeedCache.Lookup.Away away ->
                Reply.text(503, "The calendar cannot be given right now. What you have stays valid; ask again.")
                        .with("Retry-After", Integer.toString(away.seconds()));
        };
    }

    private Reply missed(Call call) {
        return misses.allows(call.from())
                ? Reply.text(404, "There is nothing here.")
                : Reply.text(429, "Too many addresses that do not exist were asked for.")
                        .with("Retry-After", "60");
    }

    private static Reply served(Call call, Served feed) {
        boolean packs =
                call.header("accept-encoding").filter(FeedRoute::takesGzip).isPresent();
        String etag = '"' + feed.etag() + (packs ? "-gzip" : "") + '"';
        if (isUnchanged(call, feed)) {
            return dressed(Reply.empty(304), feed, etag);
        }
        ByteBuffer body = packs ? feed.packed() : feed.plain();
        Reply reply = dressed(Reply.of(200, "text/calendar; charset=utf-8", body), feed, etag);
        return packs ? reply.with("Content-Encoding", "gzip") : reply;
    }

    private static Reply dressed(Reply reply, Served feed, String etag) {
        return reply.with("ETag", etag)
                .with("Last-Modified", HTTP_DATE.format(feed.modifiedAt().atZone(ZoneOffset.UTC)))
                .with("Cache-Control", "private, no-cache")
                .with("Vary", "Accept-Encoding");
    }

    /// As RFC 9110 wants it: where tags are given, times do not count.
    private static boolean isUnchanged(Call call, Served feed) {
        Optional<String> tags = call.header("if-none-match");
        if (tags.isPresent()) {
            return Arrays.stream(tags.get().split(","))
                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                    .anyMatch(tag -> tag.equals("*")
                            || tag.equals('"' + feed.etag() + '"')
                            || tag.equals('"' + feed.etag() + "-gzip\""));
        }
        return call.header("if-modified-since")
                .flatMap(FeedRoute::time)
                .filter(since ->
                        !feed.modifiedAt().truncatedTo(ChronoUnit.SECONDS).isAfter(since.toInstant()))
                .isPresent();
    }

    private static Optional<ZonedDateTime> time(String header) {
        try {
            return Optional.of(ZonedDateTime.parse(header, HTTP_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean takesGzip(String accepted) {
        return Arrays.stream(accepted.split(","))
                .map(String::strip)
                .anyMatch(coding -> coding.matches("(?i)(gzip|\\*)(\\s*;\\s*q=(1(\\.0*)?|0?\\.\\d*[1-9]\\d*))?"));
    }
}
