package org.tickler.daemon.settings;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.WorkingHours;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextProblem;
import org.tickler.calendars.text.YamlReader;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.docket.Mapping;
import org.tickler.engine.inmail.ImapSettings;
import org.tickler.engine.webhook.Webhook;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.firm.PersonId;

/** Reads {@code tickler.yaml}: all of its faults at once, each where it stands. */
public final class SettingsReader {
    private static final int HTTP_PORT = 8080;
    private static final int OPS_PORT = 8081;
    private static final String E164 = "\\+[1-9][0-9]{6,14}";

    private final Map<String, String> environment;
    private final Secrets secrets;
    private final Map<String, Span> places = new HashMap<>();

    /**
     * @param home where relative paths of secrets start
     * @param environment TICKLER_… variables stand above the file
     */
    public SettingsReader(Path home, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.secrets = new Secrets(home, environment);
    }

    /** The settings; empty where {@code problems} got an error. */
    public Optional<Settings> read(SourceText text, Problems problems) {
        Optional<Node> root = YamlReader.read(text, problems);
        return root.flatMap(node -> {
            Node given = node instanceof MapNode map ? Overrides.over(map, environment) : node;
            return bind(Fields.of(given, problems));
        });
    }

    /** Where the value of a key of the file's top level stood when it was read last; else where the file starts. */
    public Span place(String key) {
        return places.getOrDefault(key, Span.startOf("tickler.yaml"));
    }

    private Optional<Settings> bind(Fields fields) {
        fields.keys().forEach(key -> places.put(key.value(), fields.at(key.value())));
        Optional<Firm> firm = firm(fields);
        Optional<Settings.Database> database = fields.findMap("database").flatMap(this::database);
        Optional<MailSettings> mail = fields.findMap("mail").flatMap(new MailReader(secrets)::read);
        Optional<Settings.Sms> sms = fields.findMap("sms").flatMap(this::sms);
        Settings.Http http = http(fields.findMap("http"));
        InetSocketAddress ops = ops(fields.findMap("ops"));
        checkPorts(fields, http.address(), ops);
        Optional<ImapSettings> imap = fields.findMap("imap").flatMap(new ImapReader(secrets)::read);
        Optional<Settings.Heartbeat> heartbeat = fields.findMap("heartbeat").flatMap(SettingsReader::heartbeat);
        Settings.Limits limits =
                fields.findMap("limits").map(SettingsReader::limits).orElse(Settings.Limits.USUAL);
        List<Mapping> mappings = MappingReader.read(fields);
        List<Webhook> webhooks = new WebhookReader(secrets).read(fields);
        return fields.finish()
                ? firm.map(known -> new Settings(
                        known, database, mail, sms, http, ops, imap, heartbeat, limits, mappings, webhooks))
                : Optional.empty();
    }

    private static Optional<Firm> firm(Fields fields) {
        String name = fields.text("firm");
        Optional<ZoneId> zone = fields.zone("zone");
        fields.need("hours");
        Optional<WorkingHours> hours =
                fields.read("hours", WorkingHours::parse, SettingsProblem.BAD_HOURS, "\"Mon-Fri 09:00-17:30\"");
        Optional<CalendarId> calendar = fields.read("calendar", CalendarId::new, TextProblem.BAD_VALUE, "us-federal");
        String lastResort = fields.text("last-resort");
        if (name.isEmpty() || lastResort.isEmpty() || zone.isEmpty() || hours.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Firm(name, zone.get(), hours.get(), calendar, new PersonId(lastResort)));
    }

    private Optional<Settings.Database> database(Fields fields) {
        String url = fields.text("url");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            fields.error(
                    "url",
                    SettingsProblem.BAD_ADDRESS,
                    "url: expected jdbc:postgresql://HOST/NAME, found \"" + url.replaceAll("\\?.*", "")
                            + "\"; leave database out to use the embedded one");
        }
        if (url.contains("password=")) {
            fields.error(
                    "url",
                    SettingsProblem.SECRET_IN_FILE,
                    "url: a password does not belong in this file; write \"password-file: PATH\" and change the password");
        }
        String user = fields.text("user");
        Optional<Secret> password = secrets.required(fields, "database", "password");
        Optional<String> owner = fields.findText("owner");
        Optional<Secret> ownerPassword = owner.isPresent()
                ? secrets.required(fields, "database", "owner-password")
                : secrets.find(fields, "database", "owner-password");
        return fields.finish()
                ? Optional.of(new Settings.Database(
                        url,
                        new Settings.Login(user, password.orElseThrow()),
                        owner.map(name -> new Settings.Login(name, ownerPassword.orElseThrow()))))
                : Optional.empty();
    }

    private Optional<Settings.Sms> sms(Fields fields) {
        String sid =
                required(fields, "account-sid", "AC[0-9A-Za-z]{4,60}", "the SID that Twilio shows", "AC0123456789");
        Optional<Secret> token = secrets.required(fields, "sms", "auth-token");
        String from = required(
                fields,
                "from",
                E164 + "|MG[0-9A-Za-z]{4,60}",
                "a number as it is dialled from abroad",
                "\"+12125550100\"");
        Optional<URI> baseUrl = Addresses.findUrl(fields, "base-url", "http://127.0.0.1:4010");
        if (baseUrl.filter(url -> !Addresses.onThisMachine(url.getHost())).isPresent()) {
            fields.error(
                    "base-url",
                    SettingsProblem.BAD_ADDRESS,
                    "base-url is for trials on this machine, as in http://127.0.0.1:4010; leave it out to use Twilio");
        }
        return fields.finish()
                ? Optional.of(new Settings.Sms(sid, token.orElseThrow(), from, baseUrl))
                : Optional.empty();
    }

    private static String required(Fields fields, String key, String form, String what, String example) {
        fields.need(key);
        return fields.read(
                        key,
                        text -> {
                            if (!text.matches(form)) {
                                throw new IllegalArgumentException("not " + what);
                            }
                            return text;
                        },
                        TextProblem.BAD_VALUE,
                        example)
                .orElse("");
    }

    private static Settings.Http http(Optional<Fields> section) {
        InetSocketAddress address = Addresses.listen(section, HTTP_PORT);
        Optional<URI> publicUrl = section.flatMap(SettingsReader::publicUrl);
        var proxies = section.map(fields -> new LinkedHashSet<>(
                        fields.list("trusted-proxies", Addresses::ip, SettingsProblem.BAD_ADDRESS, "127.0.0.1")))
                .orElseGet(LinkedHashSet::new);
        section.ifPresent(Fields::finish);
        String host = address.getHostString();
        URI own = URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
        return new Settings.Http(address, publicUrl.orElse(own), proxies);
    }

    /** Paths are put behind it. */
    private static Optional<URI> publicUrl(Fields fields) {
        Optional<URI> url = Addresses.findUrl(fields, "public-url", "https://tickler.firm.example");
        if (url.filter(given -> given.getRawQuery() != null).isPresent()) {
            fields.error(
                    "public-url",
                    SettingsProblem.BAD_ADDRESS,
                    "public-url: links are made by putting a path behind it, so it ends before the \"?\"; leave out \"?"
                            + url.get().getRawQuery() + "\"");
        }
        return url;
    }

    /** Two ports cannot be one, whether by the same address or by one that stands for all. */
    private static void checkPorts(Fields fields, InetSocketAddress http, InetSocketAddress ops) {
        boolean samePlace = http.getHostString().equals(ops.getHostString())
                || Addresses.isEvery(http.getHostString())
                || Addresses.isEvery(ops.getHostString());
        if (samePlace && http.getPort() == ops.getPort()) {
            fields.error(
                    fields.has("ops") ? "ops" : "http",
                    SettingsProblem.CONFLICT,
                    "http and ops both listen on port " + ops.getPort()
                            + ", which only one can; give one of them another");
        }
    }

    private static InetSocketAddress ops(Optional<Fields> section) {
        InetSocketAddress address = Addresses.listen(section, OPS_PORT);
        section.ifPresent(Fields::finish);
        return address;
    }

    private static Optional<Settings.Heartbeat> heartbeat(Fields fields) {
        fields.need("url");
        Optional<URI> url = Addresses.findUrl(fields, "url", "https://monitor.example/ping/1");
        Duration every = fields.read("every", SettingsReader::minutes, TextProblem.BAD_VALUE, "5 minutes")
                .orElse(Duration.ofMinutes(5));
        return fields.finish() ? url.map(address -> new Settings.Heartbeat(address, every)) : Optional.empty();
    }

    private static Duration minutes(String text) {
        if (!text.matches("[1-9][0-9]{0,3} minutes?")) {
            throw new IllegalArgumentException("not a number of minutes");
        }
        return Duration.ofMinutes(Long.parseLong(text.substring(0, text.indexOf(' '))));
    }

    private static Settings.Limits limits(Fields fields) {
        int all = atLeastOne(fields, "hold-over", Settings.Limits.USUAL.holdOver());
        int clients = atLeastOne(fields, "hold-over-clients", Settings.Limits.USUAL.holdOverClients());
        fields.finish();
        return new Settings.Limits(all, clients);
    }

    private static int atLeastOne(Fields fields, String key, int usual) {
        int value = fields.findInteger(key).orElse(usual);
        if (value < 1) {
            fields.error(key, SettingsProblem.OUT_OF_RANGE, key + ": 1 or more, but was " + value);
            return usual;
        }
        return value;
    }
}
