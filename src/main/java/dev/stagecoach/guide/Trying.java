package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/** Trying things out: the loop of one try, how far evidence reaches, and what it can be. */
public record Trying(Loop loop, List<Impact> impact, List<EvidenceType> evidence) {
    static final Trying NONE = new Trying(new Loop("Try", 14, List.of(), List.of()), List.of(), List.of());

    public Trying {
        impact = List.copyOf(impact);
        evidence = List.copyOf(evidence);
    }

    public Optional<Impact> impact(int value) {
        return impact.stream().filter(one -> one.value() == value).findFirst();
    }

    public Optional<EvidenceType> evidence(String key) {
        return evidence.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Evidence at this impact level counts as {@link Fact#EVIDENCE_OF_USE}. */
    public boolean showsUse(int value) {
        return impact.size() > 1 && value == impact.size() - 1;
    }

    /** Evidence at this impact level counts as {@link Fact#EVIDENCE_OF_OUTCOME}. */
    public boolean showsOutcome(int value) {
        return !impact.isEmpty() && value == impact.size();
    }

    /**
     * One try.
     *
     * @param schoolDays how long it usually runs
     */
    public record Loop(String name, int schoolDays, List<Term> steps, List<Term> decisions) {
        public Loop {
            steps = List.copyOf(steps);
            decisions = List.copyOf(decisions);
        }

        public Optional<Term> decision(String key) {
            return decisions.stream().filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /** How far evidence reaches, counted from 1: from how people took it to what came of it. */
    public record Impact(int value, String key, String name, String question) {}

    /** A kind of evidence, and what it cannot show. */
    public record EvidenceType(String key, String name, String cannot) {}
}
