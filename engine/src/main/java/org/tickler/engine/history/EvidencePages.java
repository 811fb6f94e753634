package org.tickler.engine.history;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.dispatch.words.SafeText;
import org.tickler.engine.dispatch.words.Shipped;
import org.tickler.engine.docket.DateWords;
import org.tickler.engine.sheet.SheetPages;
import org.tickler.engine.store.FigureStore;
import org.tickler.engine.store.LifeStore;

/** The pages of evidence: every value escaped, no script, and no link that leads out of the folder. */
final class EvidencePages {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);
    private static final int LINE = 4_000;
    private static final String STYLE = resource("style.css");
    private static final Template INDEX = compiled("index.html");
    private static final Template INSURER = compiled("insurer.html");

    private final Dossier dossier;
    private final Dossier.Head head;

    EvidencePages(Dossier dossier) {
        this.dossier = dossier;
        this.head = dossier.head();
    }

    String index() {
        Map<String, Object> fields = common("Evidence");
        fields.put("entries", dossier.lives().stream().map(this::entry).toList());
        fields.put("no-entries", dossier.lives().isEmpty());
        fields.put("messages", dossier.messages().stream().map(this::message).toList());
        fields.put("no-messages", dossier.messages().isEmpty());
        fields.put("replies", dossier.replies().stream().map(this::reply).toList());
        fields.put("no-replies", dossier.replies().isEmpty());
        fields.put("receipts", dossier.receipts().stream().map(this::receipt).toList());
        fields.put("no-receipts", dossier.receipts().isEmpty());
        fields.put("rows", dossier.audit().size());
        fields.put("insurer", dossier.figures().isPresent());
        return INDEX.execute(fields);
    }

    /** Empty where nothing was counted. */
    Optional<String> insurer() {
        return dossier.figures().map(figures -> {
            Map<String, Object> fields = common("For the insurer");
            fields.put(
                    "figures", figures.all().stream().map(EvidencePages::figure).toList());
            fields.put(
                    "changes",
                    figures.changes().stream().map(EvidencePages::change).toList());
            fields.put("no-changes", figures.changes().isEmpty());
            return INSURER.execute(fields);
        });
    }

    private Map<String, Object> common(String page) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("page", page);
        fields.put("style", STYLE);
        fields.put("firm", line(head.firm()));
        fields.put("of", line(head.of()));
        fields.put("period", period(head.wish()));
        fields.put("made", SheetPages.moment(head.made(), head.zone()));
        fields.put("by", line(head.names().name(head.wish().by().value())));
        fields.put("zone", head.zone().getId());
        fields.put(
                "warnings", dossier.warnings().stream().map(EvidencePages::line).toList());
        fields.put("warned", !dossier.warnings().isEmpty());
        fields.put("notes", dossier.notes());
        fields.put("chain", chain(dossier.chain()));
        return fields;
    }

    static String period(EvidenceWish wish) {
        return wish.from().map(day -> "from " + Days.words(day)).orElse("from the beginning")
                + wish.to().map(day -> " to " + Days.words(day)).orElse(" until this was made");
    }

    static String chain(Chain.Verdict chain) {
        return switch (chain) {
            case Chain.Verdict.Intact intact ->
                "The chain of the firm's whole audit was walked from its anchor, 64 zeros before the first row, when this was"
                        + " made: all " + intact.links() + " links hold. Its last hash then was " + intact.head() + ".";
            case Chain.Verdict.Broken broken ->
                "The chain of the firm's audit DOES NOT HOLD: at row " + broken.seq() + ", " + broken.why() + ".";
        };
    }

    private Map<String, Object> entry(Dossier.Life life) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", line(life.entry().id().value()));
        fields.put("title", line(life.entry().title()));
        fields.put("when", DateWords.of(life.entry().when()));
        fields.put("kind", Words.of(life.entry().kind()).replace('-', ' '));
        fields.put("status", Words.of(life.entry().status()));
        fields.put("matter", line(life.matter().id() + ", " + life.matter().title()));
        fields.put("authority", line(life.entry().details().authority().orElse("")));
        fields.put("steps", life.derivation().stream().map(EvidencePages::line).toList());
        fields.put("derived", !life.derivation().isEmpty());
        fields.put("moments", life.moments().stream().map(this::moment).toList());
        fields.put("no-moments", life.moments().isEmpty());
        return fields;
    }

    private Map<String, Object> moment(Moment moment) {
        String words = moment.words();
        return Map.of(
                "at", MINUTE.format(moment.at().atZone(head.zone())),
                "what", label(moment.what()),
                "loud", moment.what() == LifeStore.What.GAP || moment.what() == LifeStore.What.ESCALATED,
                "words", line(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)));
    }

    private static String label(LifeStore.What what) {
        return switch (what) {
            case ACT -> "Docket";
            case MATTER_ACT -> "Matter";
            case TRIED -> "Told";
            case NOT_TOLD -> "Not told";
            case ANSWERED, FORMER_ANSWER -> "Answer";
            case ESCALATED -> "Escalated";
            case RECEIPT -> "Receipt";
            case QUESTION -> "Question";
            case FOUND -> "Guard";
            case GAP -> "Alarm";
            case FEED -> "Feed";
        };
    }

    private Map<String, Object> message(SentMessage sent) {
        List<String> states = new ArrayList<>(sent.tries());
        sent.message().provider().ifPresent(state -> states.add("the provider says: " + state));
        return Map.of(
                "file", sent.file(),
                "at",
                        MINUTE.format(sent.message()
                                .began()
                                .orElse(sent.message().made())
                                .atZone(head.zone())),
                "to", line(head.names().name(sent.message().recipient())),
                "by", line(sent.message().channel() + " at " + sent.message().address()),
                "subject", line(sent.subject()),
                "states", line(String.join("; ", states)),
                "kept", sent.kept());
    }

    private Map<String, Object> reply(ReplyCopy copy) {
        return Map.of(
                "file", copy.file(),
                "at", MINUTE.format(copy.reply().received().atZone(head.zone())),
                "from", line(copy.from(head.names())),
                "by", line(copy.reply().channel()),
                "subject", line(copy.subject()),
                "outcome", line(copy.outcome()),
                "kept", copy.kept(),
                "attached",
                        copy.attached().stream().map(ReplyCopy.Attached::file).toList());
    }

    private Map<String, Object> receipt(ReceiptCopy copy) {
        var row = copy.receipt().row();
        Map<String, Object> fields = new HashMap<>();
        fields.put("file", copy.file().orElse(""));
        fields.put("less", copy.less());
        fields.put("unread", copy.unread());
        fields.put("what", line(row.words().orElse("no file")));
        fields.put("verdict", row.verdict());
        fields.put("entry", line(row.entry().value()));
        fields.put("at", MINUTE.format(row.at().atZone(head.zone())));
        fields.put("by", line(head.names().name(row.by().value())));
        fields.put("hash", row.file().map(kept -> kept.sha256()).orElse(""));
        fields.put("good", copy.agreement().orElse(""));
        fields.put("problem", line(copy.problem().orElse("")));
        return fields;
    }

    private static Map<String, Object> figure(Figure figure) {
        return Map.of(
                "label", figure.label(),
                "share", figure.words(),
                "how", figure.how(),
                "listed", line(String.join(", ", figure.listed())));
    }

    private static Map<String, Object> change(FigureStore.Changed change) {
        return Map.of(
                "kind", change.kind().replace('-', ' '),
                "act", change.act().replace('-', ' '),
                "number", Integer.toString(change.number()));
    }

    private static String line(String text) {
        return Redaction.of(SafeText.line(text, LINE));
    }

    private static Template compiled(String name) {
        return Mustache.compiler()
                .withEscaper(Escapers.HTML)
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(resource(part + ".html")))
                .compile(resource(name));
    }

    private static String resource(String name) {
        return Shipped.text("/evidence/" + name);
    }
}
