package org.tickler.engine.feed;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The addresses by which people subscribe to a feed. Each of them holds the token: whoever has one sees the feed.
///
/// @param https where the feed is; http where the public address is that of a trial on this machine
/// @param webcal the same for programs that open calendars by it
/// @param google adds it to a Google calendar
/// @param outlook adds it to an Outlook calendar on the web
public record FeedLinks(URI https, URI webcal, URI google, URI outlook) {

    /// @param publicUrl as the world reaches the daemon's public port
    static FeedLinks of(URI publicUrl, String token) {
        String base = publicUrl.toString().replaceAll("/+$", "");
        String https = base + "/feeds/" + token + ".ics";
        String webcal = https.replaceFirst("^https?:", "webcal:");
        return new FeedLinks(
                URI.create(https),
                URI.create(webcal),
                URI.create("https://calendar.google.com/calendar/r?cid=" + encoded(webcal)),
                URI.create("https://outlook.office.com/calendar/0/addfromweb?url=" + encoded(https)));
    }

    private static String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
