package org.tickler.rules.pack;

import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** A pack that uses every key of the format once, for the tests of reader and calculator. */
final class TrialPack {
    static final String TEXT = """
            pack: trial
            title: Rules of the Court of Trials
            version: 2026-11-26
            law: us-frcp
            courts: us-federal
            facts:
              us-party: the United States is a party
            events:
              complaint-served: Service of the complaint
              removal: Removal of the action
              trial: First day of trial
              judgment: Entry of judgment
              motion-decided: Decision of the last post-judgment motion
              hearing-over: End of the detention hearing
            rules:
              - id: answer
                title: Answer
                kind: filing
                duty: served-party
                trigger: complaint-served
                if: not us-party
                due: 21 days after
                service-days: no
                when-trigger-moves: follow
                enlarge: yes
                silence: A default may be entered.
                authority:
                  cite: Trial R. 12(a)
                  url: https://court.example/12
                  checked: 2026-11-26
                  from: 2015-12-01
                examples:
                  - {on: 2026-03-06, due: 2026-03-27, source: by hand}
              - id: answer
                title: Answer
                kind: filing
                duty: served-party
                trigger: complaint-served
                if: not us-party
                due: 30 days after
                authority: {cite: Trial R. 12(a), checked: 2026-11-26, from: 2009-12-01, to: 2015-11-30}
                examples: {on: 2014-03-06, due: 2014-04-07, source: by hand}
              - id: answer-of-the-united-states
                title: Answer of the United States
                kind: filing
                duty: government
                trigger: complaint-served
                if: us-party
                due: 60 days after
                enlarge: no
                enlarge-authority: Trial R. 6
                authority: {cite: Trial R. 12(b), checked: 2026-11-26}
                examples: [{on: 2026-03-06, facts: [us-party], due: 2026-05-05, source: by hand}]
              - id: reply
                title: Reply
                kind: filing
                duty: plaintiff
                trigger: answer
                due: 14 days after
                service-days: yes
                when-trigger-moves: ask
                authority: {cite: Trial R. 13}
                unchecked: the text was not at hand
                examples: [{on: 2026-03-27, service: mail, court: us-nysd, due: 2026-04-13, source: by hand}]
              - id: answer-after-removal
                title: Answer after removal
                kind: filing
                duty: defendant
                trigger: complaint-served
                due: {later-of: [21 days after, {trigger: removal, due: 7 days after}]}
                authority: {cite: Trial R. 81, checked: 2026-11-26}
                examples: [{on: 2026-03-06, also: {removal: 2026-03-25}, due: 2026-04-01, source: by hand}]
              - id: objection
                title: Objection
                kind: filing
                duty: any-party
                trigger: complaint-served
                due: {earlier-of: [21 days after, {trigger: removal, due: 7 days after}]}
                authority: {cite: Trial R. 82, checked: 2026-11-26}
                examples: [{on: 2026-03-06, also: {removal: 2026-03-10}, due: 2026-03-17, source: by hand}]
              - id: bundle
                title: Trial bundle
                kind: document
                duty: plaintiff
                trigger: trial
                due: 3 days before
                not-before: 7 days before
                roll: back
                clear: no
                hour: "16:30"
                authority: {cite: Trial R. 39, checked: 2026-11-26}
                examples: [{on: 2026-06-11, due: "2026-06-08T16:30", not-before: 2026-06-04, source: by hand}]
              - id: appeal
                title: Notice of appeal
                kind: filing
                duty: appellant
                trigger: judgment
                due: 30 days after
                when-trigger-moves: stay
                restarts: [{on: motion-decided, cite: Trial R. 4(a)}]
                authority: {cite: Trial R. 4, checked: 2026-11-26}
                examples: [{on: 2026-03-06, also: {motion-decided: 2026-04-01}, due: 2026-05-01, source: by hand}]
              - id: texas-answer
                title: Answer of the Monday next
                kind: filing
                duty: defendant
                trigger: removal
                due: 20 days after
                law: us-tx-trcp
                terminal: monday-next-10am
                authority: {cite: Trial R. 99, checked: 2026-11-26}
                examples: [{on: 2026-03-06, due: "2026-03-30T10:00", source: by hand}]
              - id: execution
                title: Execution
                kind: event
                duty: court
                trigger: judgment
                due: 30 days after
                bound: earliest
                act-at: elsewhere
                authority: {cite: Trial R. 62, checked: 2026-11-26}
                examples: [{on: 2026-03-09, due: 2026-04-08, source: by hand}]
              - id: detention-review
                title: Motion to review detention
                kind: filing
                duty: movant
                trigger: hearing-over
                due: 48 hours after
                authority: {cite: Trial R. 46, checked: 2026-11-26}
                examples: [{on: "2026-03-10T15:30", court: us-nysd, due: "2026-03-12T15:30", source: by hand}]
            """;

    private TrialPack() {}

    static SourceText source(String text) {
        return new SourceText("trial.yaml", text);
    }

    static Pack pack() {
        Problems problems = new Problems();
        return PackReader.read(source(TEXT), problems).orElseThrow(() -> new AssertionError(problems.toString()));
    }
}
