package org.tickler.daemon.settings;

import java.net.InetSocketAddress;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tickler.calendars.WorkingHours;
import org.tickler.calendars.text.Words;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.inmail.ImapSettings;
import org.tickler.engine.webhook.Webhook;
import org.tickler.rules.firm.Firm;

/** The settings in force, defaults and variables included, for people to read. Secrets are never among them. */
public final class EffectiveSettings {
    private final List<Line> lines = new ArrayList<>();

    private EffectiveSettings() {}

    /** One setting: its key with its section before it, and its value; of a secret only where it is kept. */
    public record Line(String key, String value) {}

    /** In the order of the file. A section that is not set up is one line that says so. */
    public static List<Line> lines(Settings settings) {
        EffectiveSettings effective = new EffectiveSettings();
        effective.firm(settings.firm());
        effective.database(settings.database());
        effective.mail(settings.mail());
        effective.sms(settings.sms());
        effective.listen("http", settings.http().address());
        effective.add("http.public-url", settings.http().publicUrl());
        effective.add("http.trusted-proxies", new TreeSet<>(settings.http().trustedProxies()));
        effective.listen("ops", settings.ops());
        effective.imap(settings.imap());
        effective.heartbeat(settings.heartbeat());
        effective.add("limits.hold-over", settings.limits().holdOver());
        effective.add("limits.hold-over-clients", settings.limits().holdOverClients());
        settings.mappings().forEach(mapping -> effective.add("mappings." + mapping.name(), mapping.layout()));
        settings.webhooks().forEach(effective::webhook);
        return List.copyOf(effective.lines);
    }

    private void add(String key, Object value) {
        lines.add(new Line(key, value.toString()));
    }

    private void login(String section, Settings.Login login) {
        add(section + ".user", login.user());
        add(section + ".password", kept(login.password()));
    }

    private void login(String section, MailLogin login) {
        switch (login) {
            case MailLogin.None none -> add(section + ".user", "none");
            case MailLogin.Password password -> {
                add(section + ".user", password.user());
                add(section + ".password", kept(password.secret()));
            }
            case MailLogin.OAuth oauth -> {
                add(section + ".user", oauth.user());
                add(section + ".auth", "xoauth2");
                add(section + ".oauth.token-url", oauth.source().tokenUrl());
                add(section + ".oauth.client-secret", kept(oauth.source().clientSecret()));
            }
        }
    }

    private static String kept(Object secret) {
        return secret instanceof Secret known ? "(secret, in " + known.place() + ")" : "(secret)";
    }

    private void firm(Firm firm) {
        add("firm", firm.name());
        add("zone", firm.zone());
        add("hours", hours(firm.hours()));
        firm.calendar().ifPresent(calendar -> add("calendar", calendar));
        add("last-resort", firm.lastResort());
    }

    /** Day by day, as in {@code Mon 09:00-12:00, Mon 13:00-17:30}. */
    private static String hours(WorkingHours hours) {
        return new TreeMap<>(hours.week())
                .entrySet().stream()
                        .flatMap(day -> day.getValue().stream()
                                .map(span -> day.getKey().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " "
                                        + span.opens() + "-" + span.closes()))
                        .collect(Collectors.joining(", "));
    }

    private void database(Optional<Settings.Database> database) {
        if (database.isEmpty()) {
            add("database", "embedded, in data/");
            return;
        }
        add("database.url", database.get().url());
        login("database", database.get().user());
        database.get().owner().ifPresent(owner -> {
            add("database.owner", owner.user());
            add("database.owner-password", kept(owner.password()));
        });
    }

    private void mail(Optional<MailSettings> mail) {
        if (mail.isEmpty()) {
            add("mail", "not set up");
            return;
        }
        MailSettings set = mail.get();
        add("mail.host", set.server().host());
        add("mail.port", set.server().port());
        add("mail.tls", Words.of(set.server().tls()));
        add("mail.from", set.from());
        set.replyTo().ifPresent(replyTo -> add("mail.reply-to", replyTo));
        set.ehlo().ifPresent(ehlo -> add("mail.ehlo", ehlo));
        login("mail", set.login());
        add("mail.connections", set.limits().connections());
        set.limits().perMinute().ifPresent(rate -> add("mail.per-minute", rate));
    }

    private void sms(Optional<Settings.Sms> sms) {
        if (sms.isEmpty()) {
            add("sms", "not set up");
            return;
        }
        add("sms.account-sid", sms.get().accountSid());
        add("sms.auth-token", kept(sms.get().authToken()));
        add("sms.from", sms.get().from());
        sms.get().baseUrl().ifPresent(url -> add("sms.base-url", url));
    }

    private void imap(Optional<ImapSettings> imap) {
        if (imap.isEmpty()) {
            add("imap", "not set up");
            return;
        }
        add("imap.host", imap.get().server().host());
        add("imap.port", imap.get().server().port());
        add("imap.tls", Words.of(imap.get().server().tls()));
        add("imap.folder", imap.get().folder());
        login("imap", imap.get().login());
    }

    private void heartbeat(Optional<Settings.Heartbeat> heartbeat) {
        if (heartbeat.isEmpty()) {
            add("heartbeat", "not set up");
            return;
        }
        add("heartbeat.url", heartbeat.get().url());
        add("heartbeat.every", heartbeat.get().every().toMinutes() + " minutes");
    }

    /** Of the address only where it leads: what stands behind the host may open something. */
    private void webhook(Webhook hook) {
        String section = "webhooks." + hook.name();
        add(section + ".url", hook.url().getScheme() + "://" + hook.url().getAuthority() + "/...");
        add(section + ".secret", kept(hook.secret()));
        add(section + ".events", hook.events().stream().sorted().map(Words::of).toList());
        add(section + ".detail", Words.of(hook.detail()));
        hook.viewer().ifPresent(viewer -> add(section + ".as", viewer));
    }

    private void listen(String section, InetSocketAddress address) {
        add(section + ".address", address.getHostString());
        add(section + ".port", address.getPort());
    }
}
