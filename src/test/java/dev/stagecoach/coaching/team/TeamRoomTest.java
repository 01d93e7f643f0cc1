package dev.stagecoach.coaching.team;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TownDirectory;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import dev.stagecoach.storage.Transaction;

import static dev.stagecoach.coaching.team.TeamTalk.*;
import static org.assertj.core.api.Assertions.assertThat;

class TeamRoomTest {
    private final TownDirectory town = new TownDirectory();
    private final People people = People.create();
    private final PersonId wren = town.person("Coach Wren");
    private final PersonId ana = town.person("Ana");
    private final PersonId lee = town.person("Lee");
    private final PersonId guest = town.person("Gil", Person.Kind.GUEST);
    private final PersonId bot = town.person("Helper", Person.Kind.BOT);
    private final ChannelId channel = town.channel("grade-7_team", wren, ana, lee, guest, bot);
    private final List<Team> told = new ArrayList<>();

    @OnBothDatabases
    void theFormSuggestsWhatIsKnown(Database database) {
        var form = open(room(database), wren, channel);
        assertThat(form.title()).hasSizeLessThanOrEqualTo(24);
        assertThat(form.fields()).contains(new Field.ShortText("name", "Team name", "", false, 60, "Grade 7 team"));
        assertThat(initialPeople(form, SetupForm.COACHES)).containsExactly(wren);
    }

    @OnBothDatabases
    void aTeamIsSetUp(Database database) {
        var room = room(database);
        var card = card(submit(room, wren, open(room, wren, channel), answers(Map.of())));
        assertThat(card.summary()).isEqualTo("Grade 7 is set up");
        assertThat(labels(card)).containsExactly("Open the first round", "Edit the team");
        var team = team(database);
        assertThat(team.meeting()).isEqualTo(new Meeting(DayOfWeek.TUESDAY, LocalTime.of(15, 45)));
        assertThat(team.checkinWeeks()).isEqualTo(2);
        assertThat(team.summaryOn()).isFalse();
        assertThat(roles(database)).containsExactly("Ana MEMBER", "Coach Wren COACH", "Gil MEMBER", "Lee LEADER");
        assertThat(told).containsExactly(team);
    }

    @OnBothDatabases
    void theChannelIsToldOnceAndTheMessageFollowsEdits(Database database) {
        var room = room(database);
        submit(room, wren, open(room, wren, channel), answers(Map.of()));
        submit(room, wren, open(room, wren, channel), answers(Map.of("name", List.of("Grade Seven"))));
        int planned = database.read(tx -> tx.handle()
                .createQuery("select count(*) from delivery where kind = 'team.welcome'").mapTo(Integer.class).one());
        assertThat(planned).isEqualTo(1);
        var words = welcome(room, team(database));
        assertThat(words.summary()).isEqualTo("This team is set up: Grade Seven");
        assertThat(words.toString()).contains("Leaders and admins never see what a person said", "not legally secret")
                .doesNotContain("Ana");
        markSent(database);
        submit(room, wren, open(room, wren, channel), answers(Map.of()));
        int stale = database.read(tx -> tx.handle().createQuery("select stale from delivery").mapTo(Integer.class)
                .one());
        assertThat(stale).isEqualTo(1);
    }

    @OnBothDatabases
    void runningItTwiceEdits(Database database) {
        var room = room(database);
        submit(room, wren, open(room, wren, channel), answers(Map.of()));
        var form = open(room, wren, channel);
        assertThat(form.title()).isEqualTo("Edit the team");
        assertThat(initialPeople(form, SetupForm.LEADERS)).containsExactly(lee);
        var card = card(submit(room, wren, form,
                answers(Map.of("leaders", List.of(), "left_out", List.of(guest.toString())))));
        assertThat(card.summary()).isEqualTo("Saved: Grade 7");
        assertThat(roles(database)).containsExactly("Ana MEMBER", "Coach Wren COACH", "Lee MEMBER");
        assertThat(told).hasSize(2);
        submit(room, wren, open(room, wren, channel), answers(Map.of()));
        assertThat(roles(database)).contains("Gil MEMBER", "Lee LEADER");
    }

    @OnBothDatabases
    void twoCoachesEditAtOnce_theSecondSeesWhatTheFirstSaved(Database database) {
        var room = room(database);
        submit(room, wren, open(room, wren, channel), answers(Map.of()));
        var one = open(room, wren, channel);
        var other = open(room, wren, channel);
        submit(room, wren, one, answers(Map.of("school", List.of("Cedar School"))));
        var again = (Reply.Next) submit(room, wren, other, answers(Map.of("name", List.of("Grade Seven"))));

        assertThat(team(database).school()).isEqualTo("Cedar School");
        assertThat(again.form().fields().getFirst().toString()).contains("Coach Wren saved other settings",
                "School: now “Cedar School”", "Team name: now “Grade 7”");
        assertThat(again.form().fields().toString()).contains("Grade Seven");
        card(submit(room, wren, again.form(), answers(Map.of("name", List.of("Grade Seven")))));
        assertThat(team(database).name()).isEqualTo("Grade Seven");
        card(submit(room, wren, again.form(), answers(Map.of("name", List.of("Grade Seven")))));
    }

    @OnBothDatabases
    void aFormOpenedBeforeChangesWereCountedStillSaves(Database database) {
        var room = room(database);
        submit(room, wren, open(room, wren, channel), answers(Map.of()));
        var form = open(room, wren, channel);
        var old = new dev.stagecoach.chat.Form(form.id(), form.title(), form.submit(),
                form.context().substring(0, form.context().lastIndexOf(' ')), form.fields());
        card(submit(room, wren, old, answers(Map.of("name", List.of("Grade Seven")))));
        assertThat(team(database).name()).isEqualTo("Grade Seven");
    }

    @OnBothDatabases
    void onlyCoachesEditWhileThereAreAny(Database database) {
        var room = room(database);
        submit(room, wren, open(room, wren, channel), answers(Map.of()));
        var form = open(room, wren, channel);
        for (var other : List.of(ana, lee)) {
            assertThat(reason(typed(room, other, channel))).contains("Coach Wren");
            assertThat(reason(submit(room, other, form, answers(Map.of("name", List.of("Mine")))))).contains("coaches");
        }
        assertThat(team(database).name()).isEqualTo("Grade 7");
        town.deactivate(wren);
        roster(database).personChanged(wren, NOW);
        var byLeader = open(room, lee, channel);
        card(submit(room, lee, byLeader,
                answers(Map.of("coaches", List.of(ana.toString()), "leaders", List.of(lee.toString())))));
        assertThat(roles(database)).containsExactly("Ana COACH", "Gil MEMBER", "Lee LEADER");
        town.activate(wren);
        roster(database).personChanged(wren, NOW);
        assertThat(roles(database)).as("a former coach comes back as no coach").contains("Coach Wren MEMBER");
    }

    @OnBothDatabases
    void twoPeopleAtTheSameMomentGetOneTeam(Database database) throws Exception {
        var room = room(database);
        var forms = Map.of(wren, open(room, wren, channel), ana, open(room, ana, channel));
        var together = new CyclicBarrier(2);
        var replies = new ArrayList<Future<Reply>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            forms.forEach((person, form) -> replies.add(threads.submit(() -> {
                together.await();
                return submit(room, person, form,
                        answers(Map.of("name", List.of("By " + person.user()), "coaches", List.of(wren.toString()))));
            })));
        }
        var summaries = List.of(card(replies.get(0).get()).summary(), card(replies.get(1).get()).summary());
        assertThat(summaries).filteredOn(words -> words.endsWith("is set up")).hasSize(1);
        assertThat(summaries).filteredOn(words -> words.endsWith("has just set up this team")).hasSize(1);
        var teams = database.read(people.teams()::all);
        assertThat(teams).hasSize(1);
        assertThat(told).hasSize(1);
    }

    @OnBothDatabases
    void theSecondSeesWhatTheFirstMadeAndACoachMayEditIt(Database database) {
        var room = room(database);
        var late = open(room, ana, channel);
        var lateToo = open(room, lee, channel);
        submit(room, wren, open(room, wren, channel),
                answers(Map.of("coaches", List.of(wren.toString(), ana.toString()))));
        var coaching = card(submit(room, ana, late, answers(Map.of("name", List.of("Other")))));
        assertThat(coaching.summary()).isEqualTo("Coach Wren has just set up this team");
        assertThat(labels(coaching)).containsExactly("Edit the team");
        var leading = card(submit(room, lee, lateToo, answers(Map.of("name", List.of("Other")))));
        assertThat(labels(leading)).isEmpty();
        assertThat(team(database).name()).isEqualTo("Grade 7");
    }

    @OnBothDatabases
    void sendingTheSameFormTwiceIsHarmless(Database database) {
        var room = room(database);
        var form = open(room, wren, channel);
        var first = card(submit(room, wren, form, answers(Map.of())));
        assertThat(card(submit(room, wren, form, answers(Map.of())))).isEqualTo(first);
    }

    @OnBothDatabases
    void whoCannotCoachIsNamed(Database database) {
        var room = room(database);
        var gone = town.person("Gone");
        town.deactivate(gone);
        var form = open(room, wren, channel);
        assertMended(submit(room, wren, form, answers(Map.of("coaches", List.of(bot.toString())))), "coaches",
                "Helper is an app");
        assertMended(submit(room, wren, form, answers(Map.of("coaches", List.of(gone.toString())))), "coaches",
                "Gone's account is deactivated");
        assertMended(submit(room, wren, form, answers(Map.of("leaders", List.of("T1/NOBODY")))), "leaders", "NOBODY");
        assertMended(submit(room, wren, form, answers(Map.of("leaders", List.of(wren.toString())))), "leaders",
                "Coach Wren");
        assertMended(submit(room, wren, form, answers(Map.of("left_out", List.of(lee.toString())))), "left_out", "Lee");
        var teams = database.read(people.teams()::all);
        assertThat(teams).isEmpty();
    }

    @OnBothDatabases
    void whatIsTypedIsKeptAsItIs(Database database) {
        var room = room(database);
        for (var typed : List.of("<!channel> & *bold*", "'; drop table team; --", "فريق الصف السابع", "🦉🦉 Owls")) {
            submit(room, wren, open(room, wren, channel),
                    answers(Map.of("name", List.of(typed), "school", List.of(typed))));
            assertThat(team(database).name()).isEqualTo(typed);
            assertThat(team(database).school()).isEqualTo(typed);
        }
    }

    @OnBothDatabases
    void whereNoTeamCanBeThePersonHearsWhatToDo(Database database) {
        var room = room(database);
        var direct = town.put(new Directory.Channel(new ChannelId("T1", "D1"), "", true, false, false));
        var archived = town.put(new Directory.Channel(new ChannelId("T1", "C8"), "old", false, true, false));
        var uninvited = town.put(new Directory.Channel(new ChannelId("T1", "C9"), "other", false, false, false));
        assertThat(reason(typed(room, wren, direct))).contains("belongs to a channel");
        assertThat(reason(typed(room, wren, archived))).contains("archived");
        assertThat(reason(typed(room, wren, uninvited))).contains("/invite @Stagecoach");
        assertThat(reason(typed(room, wren, new ChannelId("T1", "private")))).contains("/invite @Stagecoach");
        submit(room, wren, open(room, wren, channel), answers(Map.of()));
        assertThat(((Reply.Refused) typed(room, wren, direct)).wayOn().orElseThrow().action()).isEqualTo("team.edit");
    }

    @OnBothDatabases
    void aBotThrownOutWhileTheFormWasOpenAndAStrangerAreRefused(Database database) {
        var room = room(database);
        var form = open(room, wren, channel);
        assertThat(reason(submit(room, town.person("Stranger"), form, answers(Map.of())))).contains("Join the channel");
        town.hide(channel);
        assertThat(reason(submit(room, wren, form, answers(Map.of())))).contains("/invite @Stagecoach");
    }

    @OnBothDatabases
    void theTeamIsShownToWhoBelongsAndOnlyCoachesGetTheButton(Database database) {
        var room = room(database);
        submit(room, wren, open(room, wren, channel), answers(Map.of("left_out", List.of(guest.toString()))));
        var id = team(database).id();
        var coach = card(show(room, wren, id.value()));
        var member = card(show(room, ana, id.value()));
        assertThat(labels(coach)).containsExactly("Edit the team", "Hours and limits");
        assertThat(coach.toString()).contains("Left out", "Every 2 weeks", "Tuesdays at 3:45 PM", "Mountain Time");
        assertThat(labels(member)).isEmpty();
        assertThat(member.toString()).doesNotContain("Left out");
        assertThat(reason(show(room, guest, id.value()))).contains("people can see");
        assertThat(reason(show(room, wren, "no-such-team"))).contains("no longer here");
    }

    @OnBothDatabases
    void whoWasLeftOutSeesNothingInAnOldForm(Database database) {
        var room = room(database);
        var old = open(room, guest, channel);
        submit(room, wren, open(room, wren, channel), answers(Map.of("left_out", List.of(guest.toString()))));
        assertThat(reason(submit(room, guest, old, answers(Map.of())))).contains("not on this team", "Coach Wren")
                .doesNotContain("Ana", "Lee", "Juniper");
    }

    private Routed.Behind room(Database database) {
        Room listening = new Room() {
            @Override
            public void teamChanged(Transaction tx, Team team, Instant now) {
                told.add(team);
            }
        };
        return Routed.room(database, people,
                new TeamRoom(database, people, new Outbox(), roster(database), List.of(listening)));
    }

    private Roster roster(Database database) {
        return new Roster(database, people, town);
    }

    private Answers answers(Map<String, List<String>> different) {
        return SetupAnswers.with(wren, lee, different);
    }

    private Card welcome(Routed.Behind room, Team team) {
        var delivery = new Delivery("1", team.id(), "team.welcome", channel, team.id().value(), NOW, 0);
        return ((Composition.Send) handler(room.room().composers(), "team.welcome").compose(delivery, NOW)).card();
    }

    private static void markSent(Database database) {
        database.change(tx -> tx.handle().execute("update delivery set state = 'sent'"));
    }

    private Team team(Database database) {
        return database.read(tx -> people.teams().inChannel(tx, channel)).orElseThrow();
    }

    private List<String> roles(Database database) {
        return database.read(tx -> people.members().of(tx, people.teams().inChannel(tx, channel).orElseThrow().id()))
                .stream().map(member -> member.name() + " " + member.role()).toList();
    }
}
