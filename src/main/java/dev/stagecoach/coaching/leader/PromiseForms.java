package dev.stagecoach.coaching.leader;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Commitment.Outcome;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.leader.Promise.To;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;

/** Giving a promise. */
final class PromiseForms {
    private static final String WHAT = "what";
    private static final String TO = "to";
    private static final String BY = "by";
    private static final int LONGEST = 200;

    private PromiseForms() {}

    static Form make(TeamId team, Standing standing, String begun, Readership readers) {
        var to = to(standing);
        return PromiseRoom.MADE.form("A promise", "Promise it", new Begun(team, Ids.next()), List.of(
                new Field.ShortText(WHAT, "What will you do?", "One thing, small enough to be done.", false, LONGEST,
                        begun),
                new Field.Pick(TO, "For whom?", "", false,
                        to.stream().map(one -> Field.Option.of(one.name(), one.words())).toList(),
                        Optional.of(to.getFirst().name())),
                new Field.Day(BY, "By when?",
                        "From then on I will ask you about it: on Home, and in your weekly message.", true,
                        Optional.empty()),
                new Field.Words(Text.of("").quiet("Who can see it: " + readers.unshared()
                        + ". If it is for your leaders: " + readers.shared() + "."))));
    }

    /** A coach promises to the team; members to those who support them. */
    private static List<To> to(Standing standing) {
        return standing.isCoach() ? List.of(To.TEAM, To.LEADERS) : List.of(To.TEAM, To.COACH, To.LEADERS);
    }

    static Promise read(FormReader reading, CallContext here, Begun begun) {
        var what = reading.required(WHAT, LONGEST, "Please say in a line what you will do.");
        var to = To.valueOf(reading.oneOf(TO, to(here.standing()).stream().map(To::name).toList(), To.TEAM.name()));
        return new Promise(begun.id(), begun.team(), here.person(), to, what, reading.day(BY), here.now(),
                Outcome.OPEN);
    }
}
