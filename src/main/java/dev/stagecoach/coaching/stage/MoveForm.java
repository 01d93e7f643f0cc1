package dev.stagecoach.coaching.stage;

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
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.TeamId;

/** The form that proposes another stage. Going back is as normal as going on. */
record MoveForm(String stage, String reason) {
    static final Carried<Seen> SEEN = new Carried<>(seen -> seen.team() + " " + seen.practice() + " " + seen.stage(),
            text -> Carried.parts(text, 3).map(three -> new Seen(new TeamId(three.get(0)), three.get(1), three.get(2))),
            (_, seen) -> Optional.of(seen.team()));
    static final Action<Seen> SEND = Action.form("journey.move", SEEN, Access.writes(Who.MEMBERS_AND_COACHES));
    static final int LONGEST = 500;
    private static final String STAGE = "stage";
    private static final String REASON = "reason";

    static Form form(Guide guide, Journey journey, ChannelAudience audience) {
        var options = others(guide, journey.stage()).stream()
                .map(stage -> new Field.Option(stage.key(), stage.name(), stage.gist())).toList();
        var next = guide.stageAfter(journey.stage()).map(Stage::key);
        return SEND.form("Propose a move", "Propose", new Seen(journey),
                List.of(new Field.Pick(STAGE, "Stage", "Going back is as normal as moving on.", false, options, next),
                        new Field.LongText(REASON, "Why this one?",
                                "I post it with your name in " + audience.channel() + ".", false, LONGEST,
                                "")));
    }

    private static List<Stage> others(Guide guide, String present) {
        return guide.stages().stream().filter(stage -> !stage.key().equals(present)).toList();
    }

    static MoveForm read(FormReader reading, Guide guide, Seen seen) {
        var stage = reading.oneOf(STAGE, others(guide, seen.stage()).stream().map(Stage::key).toList(), "");
        if (stage.isEmpty()) {
            reading.mend(STAGE, "Please choose a stage from the list.");
        }
        return new MoveForm(stage,
                reading.required(REASON, LONGEST, "Please say in a sentence why, so that everybody can follow."));
    }

    /** The form stays as it is, with a reason beside the stage. */
    static Reply clash(String reason) {
        return new Reply.Mend(Map.of(STAGE, reason));
    }

    /** Where the journey was when the form was opened. */
    record Seen(TeamId team, String practice, String stage) {
        Seen(Journey journey) {
            this(journey.team(), journey.practice(), journey.stage());
        }
    }
}
