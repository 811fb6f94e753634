package org.tickler.engine.sheet;

import org.tickler.engine.store.SheetRow;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.SheetRule;

/**
 * In which words a sheet asks for its answer.
 *
 * @param call what its subject begins with
 * @param kind what the page is called
 * @param please what is asked of the reader
 * @param button what the link is called
 * @param question what the two choices answer
 * @param brief all that a text message says of it, which names nobody; empty: the title and the numbers
 * @param answered what is said once it was answered, before the name
 * @param refused what somebody did who gave the second answer, after the name
 * @param silent what somebody did who gave none
 */
public record SheetAsk(
        String call,
        String kind,
        String please,
        String button,
        String question,
        Choice yes,
        Choice no,
        String brief,
        String answered,
        String refused,
        String silent) {

    /**
     * One of its two answers.
     *
     * @param says the whole of it
     * @param brief the same in a word or two
     * @param then what comes of it
     */
    public record Choice(String says, String brief, String then) {}

    private static final SheetAsk LIST = new SheetAsk(
            "To sign",
            "To be checked and signed",
            "Please check this list and sign it",
            "Check and sign",
            "Have you checked this list?",
            new Choice("I have checked it", "checked", "This signs the list, with your name and the hour"),
            new Choice("Something is not right", "not right", "The next person is told, with the same list"),
            "",
            "Signed",
            "does not sign it",
            "has not signed it");

    private static final SheetAsk CHANNEL = new SheetAsk(
            "Please answer",
            "A question about how you are reached",
            "Please say whether it does",
            "Answer",
            "Does this reach you?",
            new Choice("Yes, it does", "yes", "There is nothing else to do"),
            new Choice("Not well", "no", "A colleague is asked to see to it"),
            "Do text messages still reach you?",
            "Answered",
            "says that it does not",
            "has not answered it");

    private static final SheetAsk COLLEAGUE = new SheetAsk(
            "Please see to it",
            "How a colleague is reached",
            "Please ask them, set their address right, and say that you do",
            "Answer",
            "Do you see to it?",
            new Choice("I see to it", "I see to it", "There is nothing else to do here"),
            new Choice("I cannot", "I cannot", "The next person is asked"),
            "Reminders may not reach a colleague any more.",
            "Answered",
            "cannot see to it",
            "does not see to it");

    /** How a sheet asks whoever reads it. A channel check asks its owner whether it does, and anybody else to see to it. */
    public static SheetAsk of(SheetRow sheet, PersonId reader) {
        if (sheet.kind() != SheetRule.Kind.CHANNEL_CHECK) {
            return LIST;
        }
        return sheet.part().startsWith(reader + " ") ? CHANNEL : COLLEAGUE;
    }
}
