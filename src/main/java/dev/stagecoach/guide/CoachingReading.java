package dev.stagecoach.guide;

import dev.stagecoach.guide.CheckinSet.Question;
import dev.stagecoach.guide.Coaching.Model;
import dev.stagecoach.guide.Coaching.Move;
import dev.stagecoach.guide.Coaching.Opening;
import dev.stagecoach.guide.Coaching.Phase;
import dev.stagecoach.guide.Coaching.Sight;

import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Reads how coaches work with a team. */
final class CoachingReading {
    private static final int MOST_WEEKS = 60;
    private static final int MOST_DAYS = 120;

    private final Guide guide;

    /** @param guide whose check-in sets the moves answer to */
    CoachingReading(Guide guide) {
        this.guide = guide;
    }

    Coaching coaching(YamlNode file) {
        file.withKeys("models", "supports", "moves", "questions");
        return new Coaching(file.each("models", CoachingReading::model, Model::key),
                file.each("supports", CoachingReading::term, Term::key),
                file.each("moves", this::move, move -> move.set() + "/" + move.question() + "/" + move.option()),
                file.each("questions", CoachingReading::opening, Opening::text));
    }

    static Term term(YamlNode item) {
        item.withKeys("key", "name", "text");
        return new Term(item.key("key"), item.text("name", NAME), item.text("text", SENTENCE));
    }

    private static Model model(YamlNode item) {
        item.withKeys("key", "name", "text", "source", "weeks", "contact_days", "phases");
        var phases = item.each("phases", phase -> {
            phase.withKeys("name", "text");
            return new Phase(phase.text("name", NAME), phase.text("text", SENTENCE));
        }, Phase::name);
        return new Model(item.key("key"), item.text("name", NAME), item.text("text", SENTENCE),
                item.text("source", SENTENCE), item.span("weeks", MOST_WEEKS),
                item.number("contact_days", 1, MOST_DAYS), phases);
    }

    private Move move(YamlNode item) {
        item.withKeys("set", "question", "option", "move");
        var set = item.reference("set", "check-in set", guide.checkinSets().stream().map(CheckinSet::key).toList());
        var questions = guide.checkinSet(set).stream().flatMap(one -> one.questions().stream()).toList();
        var question = item.reference("question", "question of " + set, questions.stream().map(Question::key).toList());
        var options = questions.stream().filter(one -> one.key().equals(question))
                .flatMap(one -> one.options().stream()).toList();
        return new Move(set, question, item.reference("option", "answer to " + question, options),
                item.text("move", SENTENCE));
    }

    private static Opening opening(YamlNode item) {
        item.withKeys("when", "text");
        return new Opening(item.oneOf("when", Sight.values()), item.text("text", SENTENCE));
    }
}
