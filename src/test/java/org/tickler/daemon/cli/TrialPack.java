package org.tickler.daemon.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pack with one rule of each kind, so that no test depends on what the shipped packs say. */
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
            rules:
              - id: answer
                title: Answer
                kind: filing
                duty: served-party
                trigger: complaint-served
                if: not us-party
                due: 21 days after
                silence: A default may be entered.
                authority: {cite: Trial R. 12(a), url: "https://court.example/12", checked: 2026-11-26}
                examples: [{on: 2026-03-06, due: 2026-03-27, source: by hand}]
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
                authority: {cite: Trial R. 13}
                unchecked: the text was not at hand
                examples: [{on: 2026-03-27, service: mail, due: 2026-04-13, source: by hand}]
              - id: answer-after-removal
                title: Answer after removal
                kind: filing
                duty: defendant
                trigger: complaint-served
                due: {later-of: [21 days after, {trigger: removal, due: 7 days after}]}
                authority: {cite: Trial R. 81, checked: 2026-11-26}
                examples: [{on: 2026-03-06, also: {removal: 2026-03-25}, due: 2026-04-01, source: by hand}]
              - id: bundle
                title: Trial bundle
                kind: document
                duty: plaintiff
                trigger: trial
                due: 3 days before
                not-before: 7 days before
                hour: "16:30"
                authority: {cite: Trial R. 39, checked: 2026-11-26}
                examples: [{on: 2026-06-11, due: "2026-06-08T16:30", not-before: 2026-06-04, source: by hand}]
            """;

    private TrialPack() {}

    static Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve("trial.yaml"), TEXT);
    }

    /** The same with one slip. */
    static Path in(Path folder, String right, String wrong) throws IOException {
        return Files.writeString(folder.resolve("trial.yaml"), TEXT.replace(right, wrong));
    }
}
