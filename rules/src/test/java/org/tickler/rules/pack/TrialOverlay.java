package org.tickler.rules.pack;

import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.YamlReader;

/** An overlay on {@link TrialPack} that uses every key of the format once. */
final class TrialOverlay {
    static final String TEXT = """
            overlay: judge-doe
            title: Practices of Judge Doe
            version: 2026-11-26
            over: trial
            courts: us-nysd
            judge: [Judge Doe, Jane Doe]
            facts:
              jury: a jury was demanded
            events:
              letter-filed: Filing of a letter
            rules:
              - replaces: answer
                title: Answer
                kind: filing
                duty: served-party
                trigger: complaint-served
                due: 30 days after
                authority: {cite: Doe Pract. 1, checked: 2026-11-26, from: 2026-01-01, to: 2026-12-31}
                examples: {on: 2026-03-06, due: 2026-04-06, source: by hand}
              - id: letter-response
                title: Response to the letter
                kind: filing
                duty: respondent
                trigger: letter-filed
                if: jury
                due: 3 court days after
                authority: {cite: Doe Pract. 2}
                unchecked: the text was not at hand
                examples: {on: 2026-03-06, due: 2026-03-11, source: by hand}
            without:
              - rule: objection
                cite: Doe Pract. 3
                url: https://court.example/doe
                checked: 2026-11-26
                from: 2026-01-01
                to: 2026-12-31
            """;

    private TrialOverlay() {}

    static Optional<Overlay> read(String text, Problems problems) {
        return YamlReader.read(new SourceText("judge-doe.yaml", text), problems)
                .flatMap(root -> OverlayReader.read(Fields.of(root, problems)));
    }

    /** What the reader says of it. */
    static Problems problems(String text) {
        Problems problems = new Problems();
        read(text, problems);
        return problems;
    }

    static Overlay overlay() {
        Problems problems = new Problems();
        return read(TEXT, problems).orElseThrow(() -> new AssertionError(problems.toString()));
    }
}
