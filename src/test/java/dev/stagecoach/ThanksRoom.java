package dev.stagecoach;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;

/** A room that is in no program: all that somebody writes who wants people to thank each other. */
final class ThanksRoom implements Room {
    /** What its migration would hold. */
    static final String MIGRATION = "create table thanks (id text primary key, team text not null, words text not null)";
    private static final Action<TeamId> LIST = Action.click("thanks.list", Carried.team(), Access.reads(Who.TEAM));
    private static final Action<TeamId> SAY = Action.click("thanks.say", Carried.team(), Access.reads(Who.MEMBERS));
    private static final Action<Begun> SAID = Action.form("thanks.said", Carried.begun(), Access.writes(Who.MEMBERS));

    @Override
    public Feature feature() {
        return new Feature("thanks",
                List.of(new Action.Typed("thanks", "Shows who was thanked, and for what",
                        LIST.by((here, _) -> list(here)))),
                List.of(LIST.by((here, _) -> list(here)),
                        SAY.by((here, team) -> new Reply.Open(SAID.form("Say thanks", "Say it",
                                new Begun(team, Ids.next()),
                                List.of(new Field.ShortText("words", "For what?", "", false, 100, ""))))),
                        SAID.by(ThanksRoom::said)));
    }

    private static Reply list(CallContext here) {
        var all = here.tx().handle().createQuery("select words from thanks where team = :team order by id")
                .bind("team", here.teamId()).mapTo(String.class).list();
        return new Reply.ToYou(Card.saying(all.isEmpty() ? "Nobody was thanked yet." : String.join(" ", all)));
    }

    private static Reply said(CallContext here, Begun begun) {
        var reading = new FormReader(here.submission().answers());
        var words = reading.required("words", 100, "Please say for what.");
        return reading.mend().orElseGet(() -> {
            here.tx().handle().createUpdate("""
                    insert into thanks (id, team, words) values (:id, :team, :words) on conflict (id) do nothing
                    """).bind("id", begun.id()).bind("team", begun.team()).bind("words", words).execute();
            return list(here);
        });
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return SAY.access().who().admits(standing)
                ? List.of(new NextStep(NextStep.Rank.OPEN_ANSWER, "Somebody helped you this week. Say thanks?",
                        SAY.primary("Say thanks", team.id())))
                : List.of();
    }
}
