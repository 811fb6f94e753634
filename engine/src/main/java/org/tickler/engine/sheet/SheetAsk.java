package org.tickler.engine.sheet;

import org.tickler.rules.remind.SheetRule;

/**
 * In which words a sheet asks for its answer.
 *
 * @param call what its subject begins with
 * @param kind what the page is called
 * @param please what is asked of the reader
 * @param button what the link is called
 * @param question what the two choices answer
 * @param answered what is said once it was answered, before the name
 */
public record SheetAsk(
        String call,
        String kind,
        String please,
        String button,
        String question,
        Choice yes,
        Choice no,
        String answered) {

    /**
     * One of its two answers.
     *
     * @param says the whole of it
     * @param brief the same in a word or two
     * @param then what comes of it
     * @param by what somebody did who gave it, after the name
     */
    public record Choice(String says, String brief, String then, String by) {}

    private static final SheetAsk LIST = new SheetAsk(
            "To sign",
            "To be checked and signed",
            "Please check this list and sign it",
            "Check and sign",
            "Have you checked this list?",
            new Choice(
                    "I have checked it",
                    "checked",
                    "This signs the list, with your name and the hour",
                    "has signed it"),
            new Choice(
                    "Something is not right",
                    "not right",
                    "The next person is told, with the same list",
                    "does not sign it"),
            "Signed");

    private static final SheetAsk CHANNEL = new SheetAsk(
            "Please answer",
            "A question about how you are reached",
            "Please say whether it does",
            "Answer",
            "Does this reach you?",
            new Choice("Yes, it does", "yes", "There is nothing else to do", "has answered it"),
            new Choice("Not well", "no", "A colleague is asked to see to it", "says that it does not"),
            "Answered");

    /** How sheets of a kind ask. */
    public static SheetAsk of(SheetRule.Kind kind) {
        return kind == SheetRule.Kind.CHANNEL_CHECK ? CHANNEL : LIST;
    }

    /** What is said of somebody who gave no answer, after the name. */
    public String silent() {
        return yes.by().replace("has ", "has not ");
    }
}
