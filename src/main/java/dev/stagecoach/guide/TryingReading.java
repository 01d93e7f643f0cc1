package dev.stagecoach.guide;

import java.util.List;
import java.util.stream.IntStream;

import dev.stagecoach.guide.SustainTools.InductionStep;
import dev.stagecoach.guide.Trying.EvidenceType;
import dev.stagecoach.guide.Trying.Impact;

import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Reads how things are tried out, and how they are kept. */
final class TryingReading {
    private static final int MOST_DAYS = 120;
    private static final int MOST_MONTHS = 60;
    private static final int MOST_WEEKS = 52;

    private TryingReading() {}

    static Trying trying(YamlNode file) {
        file.withKeys("loop", "impact", "evidence");
        var impact = file.each("impact", TryingReading::impact, Impact::key);
        var values = impact.stream().map(Impact::value).toList();
        if (!values.equals(IntStream.rangeClosed(1, impact.size()).boxed().toList())) {
            throw file.at("impact").refuse("must count 1, 2, 3 from the top, not " + values);
        }
        return new Trying(loop(file.at("loop")), impact,
                file.each("evidence", TryingReading::evidence, EvidenceType::key));
    }

    private static Trying.Loop loop(YamlNode item) {
        item.withKeys("name", "school_days", "steps", "decisions");
        return new Trying.Loop(item.text("name", NAME), item.number("school_days", 1, MOST_DAYS),
                item.each("steps", CoachingReading::term, Term::key),
                item.each("decisions", CoachingReading::term, Term::key));
    }

    private static Impact impact(YamlNode item) {
        item.withKeys("value", "key", "name", "question");
        return new Impact(item.number("value"), item.key("key"), item.text("name", NAME),
                item.text("question", SENTENCE));
    }

    private static EvidenceType evidence(YamlNode item) {
        item.withKeys("key", "name", "cannot");
        return new EvidenceType(item.key("key"), item.text("name", NAME), item.text("cannot", SENTENCE));
    }

    static SustainTools lasting(YamlNode file) {
        file.withKeys("repeat_after_months", "induction");
        var months = file.has("repeat_after_months") ? months(file.at("repeat_after_months")) : List.<Integer>of();
        var induction = file.each("induction", TryingReading::step, InductionStep::key);
        var weeks = induction.stream().map(InductionStep::week).toList();
        if (!weeks.equals(weeks.stream().sorted().toList())) {
            throw file.at("induction").refuse("must stand in the order of their weeks, not " + weeks);
        }
        return new SustainTools(months, induction);
    }

    private static List<Integer> months(YamlNode place) {
        var months = place.entries().stream().map(item -> item.number(1, MOST_MONTHS)).toList();
        if (!months.equals(months.stream().sorted().distinct().toList())) {
            throw place.refuse("must rise, not " + months);
        }
        return months;
    }

    private static InductionStep step(YamlNode item) {
        item.withKeys("key", "week", "who", "text");
        return new InductionStep(item.key("key"), item.number("week", 1, MOST_WEEKS),
                item.oneOf("who", SustainTools.Who.values()), item.text("text", SENTENCE));
    }
}
