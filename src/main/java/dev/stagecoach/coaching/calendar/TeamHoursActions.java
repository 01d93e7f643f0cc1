package dev.stagecoach.coaching.calendar;

import java.util.List;
import java.util.function.Function;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.calendar.HoursForm.Wish;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamHours;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Where a coach changes a team's hours and limits, after a look at what that does. */
final class TeamHoursActions {
    private static final Reply NOT_COACH = Reply.Refused.because("Hours and limits are set by the team's coaches.");
    private static final Reply TOO_OLD = Reply.Refused
            .because("This form is too old. Please open it again with /coach calendar.");

    private final Database database;
    private final People people;
    private final List<Room> others;

    TeamHoursActions(Database database, People people, List<Room> others) {
        this.database = database;
        this.people = people;
        this.others = others;
    }

    Reply open(Call.Click click) {
        return database.read(tx -> asCoach(tx, new TeamId(click.value()), click.person(),
                team -> new Reply.Open(HoursForm.of(team, people.days().hours(tx, team.id())))));
    }

    /** From the preview back to the form. */
    Reply change(Call.Click click) {
        return Wish.parse(click.value()).map(wish -> database.read(tx -> asCoach(tx, wish.team(), click.person(),
                team -> new Reply.Open(HoursForm.of(team, wish.hours()))))).orElse(TOO_OLD);
    }

    Reply preview(Call.Submission sent) {
        return database.read(tx -> asCoach(tx, new TeamId(sent.context()), sent.person(),
                team -> switch (HoursForm.read(sent.answers())) {
                    case HoursForm.Read.Faulty(var mend) -> mend;
                    case HoursForm.Read.Filled(var wanted) -> new Reply.Next(HoursForm
                            .preview(new Wish(team.id(), wanted), weeks(tx, team, wanted, sent)));
                }));
    }

    private Text weeks(Transaction tx, Team team, TeamHours wanted, Call.Submission sent) {
        var until = FourWeeks.end(sent.now(), team.zone());
        var planned = others.stream().flatMap(room -> room.planned(tx, team, sent.now(), until).stream()).toList();
        var now = people.days().ofTeam(tx, team);
        return FourWeeks.words(planned, new FourWeeks.Rules(now, people.days().budget(tx, team.id())),
                new FourWeeks.Rules(new Day(now.zone(), wanted.quiet(), now.off()), wanted.budget()));
    }

    Reply save(Call.Submission sent) {
        return Wish.parse(sent.context()).map(wish -> database.write(tx -> asCoach(tx, wish.team(), sent.person(),
                team -> {
                    people.days().keep(tx, team.id(), wish.hours(), sent.now());
                    return new Reply.ToYou(Card.saying("Saved. " + CalendarWords.of(wish.hours())));
                }))).orElse(TOO_OLD);
    }

    private Reply asCoach(Transaction tx, TeamId id, PersonId person, Function<Team, Reply> work) {
        return people.teams().find(tx, id).filter(_ -> people.members().standing(tx, id, person).isCoach())
                .map(work).orElse(NOT_COACH);
    }
}
