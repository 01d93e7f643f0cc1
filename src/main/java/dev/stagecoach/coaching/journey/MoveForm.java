package dev.stagecoach.coaching.journey;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.Reading;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Stage;
import dev.stagecoach.people.TeamId;

/** The form that moves a journey to another stage. Going back is as normal as going on. */
record MoveForm(String stage, String reason) {
    static final String ID = "journey.move";
    static final int LONGEST = 500;
    private static final String STAGE = "stage";
    private static final String REASON = "reason";

    static Form form(Guide guide, Journey journey) {
        var options = guide.stages().stream()
                .map(stage -> new Field.Option(stage.key(), stage.name(), stage.gist())).toList();
        var present = guide.stage(journey.stage()).map(Stage::key);
        return new Form(ID, "Move to another stage", "Move", new Seen(journey).format(),
                List.of(new Field.Pick(STAGE, "Stage", "Going back is normal.", false, options, present),
                        new Field.LongText(REASON, "What speaks for it", "The team will read this.", false, LONGEST,
                                "")));
    }

    static MoveForm read(Reading reading, Guide guide, Seen seen) {
        var stage = reading.oneOf(STAGE, guide.stages().stream().map(Stage::key).toList(), "");
        var form = new MoveForm(stage,
                reading.required(REASON, LONGEST, "Please say in a sentence why, so that everybody can follow."));
        if (stage.isEmpty() || stage.equals(seen.stage())) {
            reading.mend(STAGE, "Your team is in this stage already; choose another one.");
        }
        return form;
    }

    /** The place beside which a clash is told. */
    static String field() {
        return STAGE;
    }

    /** Where the journey was when the form was opened. */
    record Seen(TeamId team, String practice, String stage) {
        Seen(Journey journey) {
            this(journey.team(), journey.practice(), journey.stage());
        }

        String format() {
            return team + " " + practice + " " + stage;
        }

        static Optional<Seen> parse(String context) {
            var parts = context.split(" ", -1);
            return parts.length == 3 && !parts[0].isEmpty()
                    ? Optional.of(new Seen(new TeamId(parts[0]), parts[1], parts[2]))
                    : Optional.empty();
        }
    }
}
