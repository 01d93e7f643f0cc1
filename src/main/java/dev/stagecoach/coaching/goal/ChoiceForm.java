package dev.stagecoach.coaching.goal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.TeamId;

/** The form that proposes a practice to the team. */
record ChoiceForm(String practice, String reason) {
    static final Action<TeamId> CHOOSE = Action.form("goal.choose", Carried.team(),
            Access.writes(Who.MEMBERS_AND_COACHES));
    static final int LONGEST = 1_000;
    private static final String PRACTICE = "practice";
    private static final String REASON = "reason";

    /**
     * @param present the practice that is chosen already
     * @param reason why, as far as that was said before; may be empty
     */
    static Form form(Guide guide, TeamId team, Optional<String> present, String reason, ChannelAudience audience) {
        var options = guide.practices().stream().map(practice -> new Field.Option(practice.key(), practice.name(),
                practice.from() + " to " + practice.to())).toList();
        return CHOOSE.form("Propose a practice", "Propose", team, List.of(
                new Field.Select(PRACTICE, "Practice", "The one your team will work on next. Its members say yes or "
                        + "no.",
                        false, options,
                        present.filter(key -> guide.practice(key).isPresent())),
                new Field.LongText(REASON, "Why this one?",
                        "What you saw, and why now. I post it with your name in " + audience.channel() + ".", false,
                        LONGEST, reason)));
    }

    static ChoiceForm read(FormReader reading, Guide guide) {
        var practice = reading.oneOf(PRACTICE, guide.practices().stream().map(Practice::key).toList(), "");
        if (practice.isEmpty()) {
            reading.mend(PRACTICE, "Please choose a practice from the list.");
        }
        return new ChoiceForm(practice,
                reading.required(REASON, LONGEST, "Please say in a sentence why you chose this practice."));
    }

    /** The form stays as it is, with a reason beside the practice. */
    static Reply clash(String reason) {
        return new Reply.Mend(Map.of(PRACTICE, reason));
    }
}
