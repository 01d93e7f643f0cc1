package dev.stagecoach;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.app.Dispatcher;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody has to touch who adds something that people can do: one room, one line, one migration. Help, the Home
 * tab, the check at the door and the page of who may do what follow by themselves.
 */
class OneMoreRoomTest {

    @OnBothDatabases
    void oneRoomOneLineOneMigration(Database database) {
        var town = new SweptTown(database);
        database.change(tx -> tx.handle().execute(ThanksRoom.MIGRATION));
        town.rooms.add(new ThanksRoom());
        var dispatcher = new Dispatcher(town.rooms.features(), database, town.people,
                town.rooms.home()::nextStep, _ -> {});

        assertThat(said(typed(dispatcher, town, town.ada, "thanks"))).contains("Nobody was thanked yet.");
        assertThat(said(typed(dispatcher, town, town.ada, "help"))).contains("thanks");
        assertThat(town.rooms.home().home(town.ada, SweptTown.NOW).toString()).contains("Say thanks");
        assertThat(town.rooms.home().home(town.leader, SweptTown.NOW).toString()).doesNotContain("Say thanks");

        var form = ((Reply.Open) click(dispatcher, town, town.ada, "thanks.say")).form();
        assertThat(send(dispatcher, town.ada, form, "")).isInstanceOf(Reply.Mend.class);
        assertThat(said(send(dispatcher, town.ada, form, "Cover on Monday."))).contains("Cover on Monday.");
        assertThat(((Reply.ToYou) send(dispatcher, town.ada, form, "Cover on Monday.")).card().summary())
                .as("sent in twice").isEqualTo("Cover on Monday.");

        assertThat(click(dispatcher, town, town.leader, "thanks.say")).isInstanceOf(Reply.Refused.class);
        assertThat(click(dispatcher, town, town.neighbours.getFirst(), "thanks.list"))
                .isInstanceOf(Reply.Refused.class);
        assertThat(said(typed(dispatcher, town, town.leader, "thanks"))).contains("Cover on Monday.");
        assertThat(AccessTableTest.rows(new ThanksRoom().feature()))
                .contains("| `thanks.said` | form | the team's members |  | write |  |");
    }

    private static Reply typed(Dispatcher dispatcher, SweptTown town, PersonId person, String word) {
        return dispatcher.typed(person, town.own.channel(), word, SweptTown.NOW);
    }

    private static Reply click(Dispatcher dispatcher, SweptTown town, PersonId person, String action) {
        return dispatcher.clicked(
                new Call.Click(person, action, town.own.id().value(), Optional.empty(), SweptTown.NOW));
    }

    private static Reply send(Dispatcher dispatcher, PersonId person, Form form, String words) {
        return dispatcher.submitted(new Call.Submission(person, form.id(), form.context(),
                new Answers(Map.of("words", List.of(words))), SweptTown.NOW));
    }

    private static String said(Reply reply) {
        return ((Reply.ToYou) reply).card().toString();
    }
}
