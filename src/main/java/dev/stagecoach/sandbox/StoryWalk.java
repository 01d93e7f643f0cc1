package dev.stagecoach.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A walk for somebody new, who plays one teacher in a team's first round. The coach and the other teachers are played
 * here, by the same clicks: they open the round, answer once the teacher has, and show the result.
 */
final class StoryWalk {
    private static final Logger LOG = LoggerFactory.getLogger(StoryWalk.class);
    private static final String TEACHER = "U0FERN";
    private static final String CHANNEL = "C0GRADE7";
    private static final String START = "Start";
    private static final String STOPPED = "The walk has stopped. Start the sandbox again to try it once more.";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The field that only the last page of the form has. */
    private static final String LAST_FIELD = "dots";
    private final Sandbox sandbox;
    private final Workspace workspace;
    private volatile Progress progress = Progress.at(Stage.OFFERED);

    enum Stage {
        OFFERED, OPENING, ASKED, ANSWERING, REVEALED, STOPPED
    }

    /**
     * @param answered how many of the colleagues have answered
     * @param result the message with the result; empty before
     */
    private record Progress(Stage stage, int answered, int colleagues, String result) {

        static Progress at(Stage stage) {
            return new Progress(stage, 0, 0, "");
        }
    }

    /** How one of the colleagues places the class. */
    private record Placing(StoryTeacher teacher, String levels, String note) {}

    StoryWalk(Sandbox sandbox, Workspace workspace) {
        this.sandbox = sandbox;
        this.workspace = workspace;
    }

    /** For the page; within the workspace's lock. Nothing is offered once somebody has set the team up by hand. */
    ObjectNode json() {
        var now = progress;
        var gone = now.stage == Stage.OFFERED && workspace.room(CHANNEL).filter(PageJson::begun).isPresent();
        return Json.object().put("stage", gone ? "NONE" : now.stage.name()).put("person", TEACHER)
                .put("name", workspace.nameOf(TEACHER)).put("talk", workspace.direct(School.BOT, TEACHER).id)
                .put("channel", CHANNEL).put("answered", now.answered).put("colleagues", now.colleagues)
                .put("result", now.result);
    }

    /** The coach sets the team up and opens a round; returns when the teacher has been asked. */
    synchronized Outcome begin() {
        var stage = workspace.within(() -> Json.text(json(), "stage"));
        if (!stage.equals(Stage.OFFERED.name())) {
            return new Outcome.Refused("The team is already at work. Go on with what is there.");
        }
        become(Progress.at(Stage.OPENING));
        return told(() -> {
            var team = team();
            team.wren().setsUp();
            team.calendar().settles();
            team.wren().opensRound();
            var asked = sandbox.until(PATIENCE, () -> sandbox.as(TEACHER).canClick("dm", START));
            become(Progress.at(asked ? Stage.ASKED : Stage.STOPPED));
        });
    }

    /** The person has sent a form, and the app has taken it. */
    void submitted(Human person, ObjectNode view) {
        var last = Json.items(view.path("blocks")).stream()
                .anyMatch(block -> Json.text(block, "block_id").equals(LAST_FIELD));
        if (last && person.id().equals(TEACHER) && progress.stage == Stage.ASKED) {
            become(Progress.at(Stage.ANSWERING));
            Thread.ofVirtual().name("teacher-walk").start(() -> told(this::othersAnswer));
        }
    }

    private void othersAnswer() {
        var team = team();
        var placings = placings(team);
        for (var i = 0; i < placings.size(); i++) {
            var placing = placings.get(i);
            placing.teacher.places(placing.levels, placing.note, "Expanded discussion");
            become(new Progress(Stage.ANSWERING, i + 1, placings.size(), ""));
        }
        var before = newest();
        team.wren().closesRound();
        var result = sandbox.await(PATIENCE, () -> newest().filter(ts -> !before.equals(Optional.of(ts))));
        become(new Progress(result.isPresent() ? Stage.REVEALED : Stage.STOPPED, placings.size(), placings.size(),
                result.orElse("")));
    }

    private static List<Placing> placings(StoryTeam team) {
        return List.of(new Placing(team.larch(), "22 22 11 21 32 22", "Thinking of period 3."),
                new Placing(team.poppy(), "32 33 22 22 33 21", ""), new Placing(team.flint(), "11 21 11 10 21 11", ""),
                new Placing(team.sage(), "33 22 23 21 22 43", ""), new Placing(team.reed(), "32 22 21 32 32 22", ""),
                new Placing(team.clover(), "21 22 10 21 22 21", ""));
    }

    /** The newest thing that the bot has said to the whole channel. */
    private Optional<String> newest() {
        return workspace.within(() -> workspace.room(CHANNEL).stream().flatMap(room -> room.messages.stream())
                .filter(said -> said.user.equals(School.BOT) && !said.ephemeral() && !said.inThread())
                .reduce((_, last) -> last).map(last -> last.ts));
    }

    private StoryTeam team() {
        return StoryTeam.of(sandbox, new StoryCalendar(sandbox, _ -> {
            // Nobody is told: the page shows it.
        }));
    }

    /** A fault ends the walk with words on the page; the workspace goes on. */
    private Outcome told(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException | AssertionError e) {
            LOG.error("the walk stopped", e);
            become(Progress.at(Stage.STOPPED));
        }
        return progress.stage == Stage.STOPPED ? new Outcome.Refused(STOPPED) : new Outcome.Done();
    }

    private void become(Progress next) {
        progress = next;
        workspace.board.state();
    }
}
