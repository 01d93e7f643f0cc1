package dev.stagecoach.coaching.rounds;

import java.util.Map;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.visibility.ConsentStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A small team that has agreed on it places itself together, in conversation. */
final class JointActions {
    /** The click that opens the form; its value is the team. */
    static final String PLACE = "assessment.joint";
    private static final Reply NOT_THEIRS = Reply.Refused
            .because("The team's members and coaches place the team together.");
    private static final Reply NOT_AGREED = Reply.Refused
            .because("Your team has not agreed to place itself together. /coach visibility shows what holds.");

    private final ConsentStore consents = new ConsentStore();
    private final Database database;
    private final People people;
    private final Guide guide;
    private final Rounds rounds;

    JointActions(Database database, People people, Guide guide, Rounds rounds) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.rounds = rounds;
    }

    Reply open(Call.Click click) {
        var team = new TeamId(click.value());
        return database.read(tx -> refused(tx, team, click.person(), new Reply.Open(JointForm.of(team, guide))));
    }

    Reply placed(Call.Submission sent) {
        var parts = (sent.context() + " ").split(" ", 3);
        var team = new TeamId(parts[0]);
        var placed = JointForm.read(sent.answers(), guide);
        if (placed.isEmpty()) {
            return new Reply.Mend(Map.of(JointForm.firstKey(guide), "Please place at least one side of one practice."));
        }
        var done = new Reply.ToYou(Card.saying("Placed. The channel gets the result now."));
        return database.write(tx -> {
            var reply = refused(tx, team, sent.person(), done);
            if (reply == done) {
                rounds.placeTogether(tx, new Rounds.Together(parts[1], team, placed), sent.person(), sent.now());
            }
            return reply;
        });
    }

    private Reply refused(Transaction tx, TeamId team, PersonId person, Reply otherwise) {
        var standing = people.members().standing(tx, team, person);
        if (!standing.takesPart()) {
            return NOT_THEIRS;
        }
        return consents.agreement(tx, team).inForce() == VisibilityMode.JOINT ? otherwise : NOT_AGREED;
    }
}
