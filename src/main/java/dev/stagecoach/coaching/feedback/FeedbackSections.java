package dev.stagecoach.coaching.feedback;

import java.util.List;
import java.util.function.Function;

import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.people.PersonId;

/** What feedback threads add to a summary. */
final class FeedbackSections {
    private FeedbackSections() {}

    static Section count(int ended) {
        var words = Plural.of(ended, "feedback thread") + " ended";
        return new Section(Section.Place.PARTICIPATION, true, List.of(Text.of(words)), List.of());
    }

    /** @param threads whose decisions their presenters have put in */
    static Section steps(List<FeedbackThread> threads, Function<PersonId, String> names) {
        var lines = threads.stream().flatMap(thread -> thread.decision().stream()
                .map(decision -> Text.of(names.apply(thread.setting().presenter()) + ", "
                        + FeedbackCards.day(decision.on()) + ": ").bold(decision.choice().words()).plus(
                                ", " + decision.words())))
                .toList();
        return new Section(Section.Place.COMMITMENTS, true, lines, List.of());
    }
}
