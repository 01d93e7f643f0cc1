package dev.stagecoach.coaching.checkin;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.guide.CheckinSet;
import dev.stagecoach.guide.CheckinSet.Kind;
import dev.stagecoach.guide.CheckinSet.Lead;
import dev.stagecoach.guide.CheckinSet.Question;
import dev.stagecoach.guide.CheckinSet.Way;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.DataKind;

/**
 * A set of questions as one team is asked them.
 *
 * @param kind which row of the visibility matrix its choices and numbers fall under
 */
record Questions(String name, String cadence, DataKind kind, List<Asking> list) {
    /** Its answers are about worries, so the matrix guards them more closely than other check-ins. */
    private static final String CONCERN_PULSE = "concern_pulse";
    private static final String ALL_PRACTICES = "{practices}";

    private static final int MOST_TAPS = 7;

    Questions {
        list = List.copyOf(list);
    }

    /** One question with its gaps filled in. */
    record Asking(String key, Kind kind, String text, List<String> options, Optional<Lead> lead) {
        Asking {
            options = List.copyOf(options);
        }
    }

    /** @param practice what the team is taking up; without one the words stay general */
    static Questions of(CheckinSet set, Guide guide, Optional<Practice> practice) {
        return new Questions(set.name(), set.cadence(),
                aboutConcerns(set.key()) ? DataKind.CONCERN_PULSE : DataKind.CHECKIN_ANSWER,
                set.questions().stream().map(question -> filled(question, guide, practice)).toList());
    }

    /** Whether this set asks about worries; no leader of the team is asked then. */
    static boolean aboutConcerns(String set) {
        return set.equals(CONCERN_PULSE);
    }

    /** Where these answers ask to be led. */
    List<Way> ways(List<StoredAnswer> answers) {
        return list.stream().flatMap(asking -> asking.lead().stream().filter(lead -> answers.stream().anyMatch(
                one -> one.question().equals(asking.key()) && one.value().equals(lead.option())))).map(Lead::to)
                .toList();
    }

    /** The first question, where one tap on the message answers it. */
    Optional<Asking> tapped() {
        return list.stream().findFirst().filter(first -> !first.options().isEmpty()
                && first.options().size() <= MOST_TAPS);
    }

    /** What this tap on the message says, as its button carries it; empty where the guide asks something else now. */
    Optional<StoredAnswer> tap(String part) {
        return tapped().flatMap(first -> IntStream.range(0, first.options().size())
                .filter(option -> part.equals(first.key() + "." + option)).boxed().findFirst()
                .map(option -> new StoredAnswer(first.key(), first.options().get(option), kind)));
    }

    boolean hasLine() {
        return list.stream().anyMatch(question -> question.kind() == Kind.LINE || question.kind() == Kind.LIST);
    }

    static Asking filled(Question question, Guide guide, Optional<Practice> practice) {
        var lookFor = practice.flatMap(one -> one.lookFors().stream().findFirst())
                .orElse("Students you saw doing it");
        var text = question.text().replace("{look_for}", lookFor)
                .replace("{practice}", practice.map(Practice::name).orElse("our practice"));
        var options = question.options().stream().flatMap(option -> option.equals(ALL_PRACTICES)
                ? guide.practices().stream().map(Practice::name)
                : Stream.of(option)).distinct().toList();
        return new Asking(question.key(), question.kind(), text, options, question.lead());
    }
}
