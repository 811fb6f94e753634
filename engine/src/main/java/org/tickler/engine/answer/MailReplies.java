package org.tickler.engine.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.Channels;

/// Handles what people write back by mail, each mail once and in a transaction of its own. Anybody can write anything
/// into a mail's From: it is believed where it is the address of a person known here, and the mail shows besides that
/// its writer has the reminder, by answering our message or by a code of it. What no person wrote is never an answer.
public final class MailReplies {

    private static final Duration DAY = Duration.ofDays(1);
    /// Codes are short, so whoever guesses them from one address is not heard any more for a day.
    private static final int MOST_GUESSES = 5;

    private static final String GUESSED = "wrong-code";
    private static final String NOT_UNDERSTOOD = "not-understood";
    private static final String TOLD_HOW = "told-how-to-answer";
    private static final Pattern FORGED = Pattern.compile("(?i)\\bdmarc\\s*=\\s*fail\\b");

    private final Intake intake;
    private final AnswerDesk desk;
    private final BookKeeper books;

    public MailReplies(Intake intake, AnswerDesk desk, BookKeeper books) {
        this.intake = intake;
        this.desk = desk;
        this.books = books;
    }

    /// Handles every mail that waits, and says how many there were.
    public int sweep() {
        return intake.sweep(
                "mail",
                (handle, later) -> InboundStore.next(handle, Channel.EMAIL, InboundStore.Kind.REPLY, later),
                (handle, mail, now) -> Intake.Taken.of(new Reading(handle, mail, now).outcome()));
    }

    /// One mail, in one transaction.
    private final class Reading {
        private final Handle handle;
        private final Inbound mail;
        private final Instant now;
        private final String from;
        private final List<Person> people;

        Reading(Handle handle, Inbound mail, Instant now) {
            this.handle = handle;
            this.mail = mail;
            this.now = now;
            this.from = mail.field("From").orElse("");
            this.people = PersonStore.readable(handle).all().stream()
                    .filter(person -> person.reach()
                            .email()
                            .filter(from::equalsIgnoreCase)
                            .isPresent())
                    .toList();
        }

        String outcome() {
            Optional<String> unreadable = mail.field("Unreadable").filter(why -> from.isEmpty());
            if (unreadable.isPresent()) {
                throw new IllegalStateException("nothing of it can be read: " + unreadable.get());
            }
            Optional<String> automatic = AutomaticMail.why(mail);
            if (automatic.isPresent()) {
                return automatic(automatic.get());
            }
            PersonStore.refuseUnreadable(handle, from);
            if (people.isEmpty()) {
                audit("mail-from-stranger", Map.of("from", from));
                return "stranger";
            }
            if (mail.field("Authentication-Results")
                    .filter(said -> FORGED.matcher(said).find())
                    .isPresent()) {
                audit(
                        "mail-not-believed",
                        Map.of("from", from, "why", "the firm's mail server found its sender forged"));
                return "forged";
            }
            return answered();
        }

        /// An absence is noted; who is asked goes on being asked, and so does the escalation.
        private String automatic(String why) {
            boolean away = AutomaticMail.saysAway(mail);
            for (Person person : people) {
                Audit.record(
                        handle,
                        new AuditRecord(
                                now,
                                "tickler",
                                away ? "away" : "automatic-mail",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(person.id()),
                                Map.of("subject", mail.field("Subject").orElse(""), "why", why)));
            }
            return away ? "away" : "automatic";
        }

        private String answered() {
            MailThread thread = MailThread.of(handle, mail, people);
            ReplyBody body = ReplyBody.of(mail.field("Text").orElse(""));
            List<ReplyText> said = said(body);
            if (said.isEmpty()) {
                return notUnderstood(how(thread));
            }
            boolean byCode = said.stream().anyMatch(text -> !text.codes().isEmpty());
            if (byCode
                    && thread.asks().isEmpty()
                    && MailStore.outcomes(handle, from, GUESSED, now.minus(DAY)) >= MOST_GUESSES) {
                audit("mail-not-believed", Map.of("from", from, "why", "too many codes that are none within a day"));
                return "too-many-guesses";
            }
            List<String> back = new ArrayList<>();
            boolean unclear = false;
            for (ReplyText text : said) {
                List<Meant> meant = meant(text, thread);
                if (meant.isEmpty()) {
                    // what follows a code that is none is not tried: one mail is one guess
                    unclear = true;
                    break;
                }
                meant.forEach(one -> record(one, text, body).ifPresent(back::add));
            }
            if (unclear) {
                back.add(how(thread));
                String told = notUnderstood(String.join(" ", back));
                return byCode ? GUESSED : told;
            }
            back.stream().distinct().reduce((one, other) -> one + " " + other).ifPresent(this::writeBack);
            return back.isEmpty() ? "answered" : "answered-back";
        }

        /// The first line that says something; those below it only where they have codes of their own. A bare
        /// notice of filing says that it is done.
        private List<ReplyText> said(ReplyBody body) {
            List<ReplyText> said = new ArrayList<>();
            for (String line : body.lines()) {
                ReplyText text = ReplyText.read(line);
                boolean counts = text.answer().isPresent()
                        && (said.isEmpty() || !text.codes().isEmpty());
                if (!counts) {
                    break;
                }
                said.add(text);
            }
            if (body.lines().isEmpty()) {
                String subject =
                        mail.field("Subject").orElse("").replaceAll("(?i)^\\s*((re|fwd?|aw|wg)\\s*:\\s*)+", "");
                ReplyText text = ReplyText.read(subject);
                if (text.answer().isPresent() && !text.codes().isEmpty()) {
                    return List.of(text);
                }
                if (body.carriesNotice()) {
                    return List.of(new ReplyText(text.codes(), Optional.of(Answer.DONE)));
                }
            }
            return said;
        }

        /// By codes those that they name, each exactly one; else the one that the answered message asked.
        private List<Meant> meant(ReplyText text, MailThread thread) {
            if (text.codes().isEmpty()) {
                return thread.asks().size() == 1 ? thread.asks() : List.of();
            }
            List<Meant> all = new ArrayList<>();
            for (String code : text.codes()) {
                List<Meant> one = people.stream()
                        .flatMap(person -> Meant.byCode(handle, person, code).stream())
                        .toList();
                if (one.size() != 1) {
                    return List.of();
                }
                all.addAll(one);
            }
            return all;
        }

        /// Records one answer; what there is to write back, if anything is.
        private Optional<String> record(Meant meant, ReplyText text, ReplyBody body) {
            Answer answer = text.answer().orElseThrow();
            Colleagues to = Colleagues.of(PersonStore.readable(handle), text.rest());
            if (answer == Answer.PASS_ON && to.found().size() != 1) {
                return Optional.of("Not recorded: " + to.why() + ".");
            }
            AnswerGiven given = switch (answer) {
                case PASS_ON ->
                    AnswerGiven.passOn(
                            meant.by().id(),
                            AnswerWay.EMAIL,
                            to.found().getFirst().id());
                case DONE -> AnswerGiven.done(meant.by().id(), AnswerWay.EMAIL, proof(text, body));
                case HAVE_IT, NOT_READY -> AnswerGiven.of(answer, meant.by().id(), AnswerWay.EMAIL);
            };
            Recorded recorded = desk.record(handle, meant.ask(), given, now);
            boolean fine = recorded instanceof Recorded.Taken || recorded instanceof Recorded.Same;
            return fine ? Optional.empty() : Optional.of(ReplyWords.of(handle, recorded, meant.reader()));
        }

        /// The court's notice of filing, as it was attached or forwarded; else what was written behind *done*.
        private Optional<Proof> proof(ReplyText text, ReplyBody body) {
            List<MailStore.File> files = MailStore.files(handle, mail.id());
            Optional<Proof.File> file = files.stream()
                    .filter(one -> one.type().equals("application/pdf"))
                    .findFirst()
                    .or(() -> files.stream().findFirst())
                    .map(one -> new Proof.File(one.name(), one.bytes()));
            return Proof.of(body.carriesNotice() ? body.whole() : text.rest(), file);
        }

        private String how(MailThread thread) {
            String usage = ReplyWords.usage(Meant.codes(handle, people));
            String which = thread.asks().size() > 1 ? "Several reminders were in that message. " : "";
            return which + usage + " The first line of a reply is read.";
        }

        /// At most once a day, so that two programs never write to each other for ever.
        private String notUnderstood(String words) {
            boolean told = MailStore.outcomes(handle, from, TOLD_HOW, now.minus(DAY)) > 0
                    || MailStore.outcomes(handle, from, GUESSED, now.minus(DAY)) > 0;
            if (told) {
                return NOT_UNDERSTOOD;
            }
            writeBack("Your reply was not understood, or not all of it. " + words);
            return TOLD_HOW;
        }

        private void writeBack(String words) {
            ActiveBook book = books.active(handle);
            for (Person person : people) {
                boolean reached = Channels.usable(
                                person, now.atZone(person.zone()).toLocalDate())
                        .contains(Channel.EMAIL);
                if (reached) {
                    FollowUpStore.writeBack(
                            handle,
                            new FollowUpStore.Alarm(
                                    "mail " + mail.id() + " " + person.id(),
                                    person.id(),
                                    person.zone(),
                                    book.fingerprint(),
                                    words),
                            List.of(Channel.EMAIL),
                            now);
                }
            }
        }

        private void audit(String act, Map<String, Object> detail) {
            Audit.record(handle, AuditRecord.of(now, "tickler", act, detail));
        }
    }
}
