package dev.stagecoach.coaching.calendar;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.calendar.HoursForm.Wish;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamHours;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Where a coach changes a team's hours and limits, after a look at what that does. */
final class TeamHoursActions {
    private final People people;
    private final List<Room> others;

    TeamHoursActions(People people, List<Room> others) {
        this.people = people;
        this.others = others;
    }

    List<Handled<?>> actions() {
        return List.of(CalendarCards.HOURS.by((here, team) -> new Reply.Open(
                HoursForm.of(team, people.days().hours(here.tx(), team)))),
                HoursForm.CHANGE.by((_, wish) -> new Reply.Open(HoursForm.of(wish.team(), wish.hours()))),
                HoursForm.PREVIEW.by(this::preview), HoursForm.SAVE.by(this::save));
    }

    private Reply preview(CallContext here, TeamId team) {
        return switch (HoursForm.read(here.submission().answers())) {
            case HoursForm.Read.Faulty(var mend) -> mend;
            case HoursForm.Read.Filled(var wanted) -> new Reply.Next(HoursForm
                    .preview(new Wish(team, wanted), weeks(here.tx(), here.team(), wanted, here.now())));
        };
    }

    private Text weeks(Transaction tx, Team team, TeamHours wanted, Instant at) {
        var until = FourWeeks.end(at, team.zone());
        var planned = others.stream().flatMap(room -> room.planned(tx, team, at, until).stream()).toList();
        var now = people.days().ofTeam(tx, team);
        return FourWeeks.words(planned, new FourWeeks.Rules(now, people.days().budget(tx, team.id())),
                new FourWeeks.Rules(new Day(now.zone(), wanted.quiet(), now.off()), wanted.budget()));
    }

    private Reply save(CallContext here, Wish wish) {
        people.days().keep(here.tx(), wish.team(), wish.hours(), here.now());
        return new Reply.ToYou(Card.saying("Saved. " + CalendarWords.of(wish.hours())));
    }
}
