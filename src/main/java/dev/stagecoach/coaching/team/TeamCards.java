package dev.stagecoach.coaching.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.people.Meeting;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;

/** What people see of a team's set-up. */
final class TeamCards {

    private TeamCards() {}

    /** @param audience who reads in the channel besides the team */
    static Card created(Lineup lineup, PersonId viewer, ChannelAudience audience) {
        var team = lineup.team();
        var coaches = lineup.coaches(viewer);
        var card = Card.titled(team.name() + " is set up").heading(team.name() + " is set up")
                .text("Everybody in the channel belongs to the team: " + count(lineup) + " so far, including any "
                        + "guests. I have told the channel who coaches and what I do.")
                .facts(settings(lineup));
        if (lineup.waits()) {
            card = card.text(asked(team));
        }
        if (!audience.leaders().isEmpty()) {
            card = card.text(Text.bolded("One thing to know: ").plus(audience.names() + " can read the channel, so "
                    + "I let the team know and ask whether that is fine."));
        }
        return coaches
                ? card.text("Next, open the first round: each member says in private where they stand, in "
                        + "about three minutes.").buttons(openRound(team), edit(team, "Edit the team"))
                : card.text("Next, " + lineup.names(Role.COACH) + " can open the first round.");
    }

    static Card changed(Lineup lineup, PersonId viewer) {
        var card = Card.titled("Saved: " + lineup.team().name()).text("Saved. This is how the team is set up now.")
                .facts(people(lineup, true)).facts(settings(lineup));
        return lineup.mayEdit(viewer) ? card.buttons(edit(lineup.team(), "Edit again")) : card;
    }

    /** Two people set up the same team; the second sees what the first made. */
    static Card forestalled(Lineup lineup, String by, PersonId viewer) {
        var words = by + " has just set up this team";
        var card = Card.titled(words).heading(words).text("So yours was not saved. These are the settings now.")
                .facts(people(lineup, lineup.mayEdit(viewer))).facts(settings(lineup));
        return lineup.mayEdit(viewer)
                ? card.buttons(edit(lineup.team(), "Edit the team"))
                : card.text("Ask " + lineup.names(Role.COACH) + " if something should be different.");
    }

    static Card showing(Lineup lineup, PersonId viewer) {
        var mayEdit = lineup.mayEdit(viewer);
        var card = Card.titled("The team " + lineup.team().name()).heading(lineup.team().name())
                .facts(people(lineup, mayEdit)).facts(settings(lineup));
        return mayEdit
                ? card.buttons(edit(lineup.team(), "Edit the team"),
                        Button.of("Hours and limits", "calendar.hours", lineup.team().id().value()))
                : card;
    }

    /** Stands in the channel, so it names nobody but coaches and leaders. */
    static Card welcome(Lineup lineup) {
        var team = lineup.team();
        var leaders = lineup.in(Role.LEADER);
        var intro = mentions(Text.of(""), lineup.in(Role.COACH)).plus(" will coach you with my help.");
        return Card.titled("This team is set up: " + team.name()).heading("This team is set up: " + team.name())
                .text(leaders.isEmpty() ? intro : mentions(intro.plus(" Leading: "), leaders).plus("."))
                .bullets(List.of(Text.bolded("What I do: ").plus("ask each of you now and then for two minutes in"
                        + " private, show the team the pattern, and keep its goal, check-ins and evidence together."),
                        Text.bolded("What nobody sees: ").plus("your own ratings, notes and reflections, unless you "
                                + "share them. Leaders and admins never see what a person said; they see the team's "
                                + "goal and summaries."),
                        Text.bolded("What this is not: ").plus("evaluation. It is confidential, but not legally "
                                + "secret: public-records law can reach what a district writes. Leave names out.")))
                .buttons(Ways.HOME.button("What comes next for me", Optional.of(team.id())));
    }

    private static Text mentions(Text before, List<Member> members) {
        var text = before;
        for (var i = 0; i < members.size(); i++) {
            text = (i == 0 ? text : text.plus(i == members.size() - 1 ? " and " : ", "))
                    .mention(members.get(i).person());
        }
        return text;
    }

    private static List<Fact> people(Lineup lineup, boolean withLeftOut) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("Coaches", orNobody(lineup.names(Role.COACH))));
        facts.add(Fact.of("Leaders", orNobody(lineup.names(Role.LEADER))));
        facts.add(Fact.of("Members (" + lineup.in(Role.MEMBER).size() + ")", orNobody(lineup.names(Role.MEMBER))));
        if (withLeftOut && !lineup.leftOut().isEmpty()) {
            var text = Text.of("");
            for (var person : lineup.leftOut().stream().sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList()) {
                text = (text.spans().isEmpty() ? text : text.plus(", ")).mention(person);
            }
            facts.add(new Fact("Left out", text));
        }
        return facts;
    }

    private static Text asked(Team team) {
        return Text.bolded("About your school: ").plus("other teams are at " + team.school() + " already, so I have "
                + "asked their coaches and leaders whether this team is one of theirs. Until they say yes, you follow "
                + "their days off and only they can change them. Is it a different school? Say so on my Home tab.");
    }

    private static List<Fact> settings(Lineup lineup) {
        var team = lineup.team();
        return List.of(Fact.of("School", team.school() + (lineup.waits() ? " (not agreed by the school yet)" : "")),
                Fact.of("Time zone", Zones.label(team.zone())),
                Fact.of("Meets", weekly(team.meeting())),
                Fact.of("Check-ins", CheckinFrequency.words(team.checkinWeeks())),
                Fact.of("Weekly summary", team.summaryOn() ? weekly(team.summary()) : "Not posted"));
    }

    private static String weekly(Meeting meeting) {
        return DateText.weekly(meeting.day(), meeting.time());
    }

    /** "8 members, 1 coach and 1 leader". */
    private static String count(Lineup lineup) {
        var coaches = lineup.in(Role.COACH).size();
        var leaders = lineup.in(Role.LEADER).size();
        var others = Plural.of(coaches, "coach", "coaches")
                + (leaders == 0 ? "" : " and " + Plural.of(leaders, "leader"));
        return Plural.of(lineup.in(Role.MEMBER).size(), "member") + (leaders == 0 ? " and " : ", ") + others;
    }

    private static String orNobody(String names) {
        return names.isEmpty() ? "Nobody yet" : names;
    }

    static Button edit(Team team, String label) {
        return TeamRoom.EDIT.button(label, team.id());
    }

    private static Button openRound(Team team) {
        return Ways.OPEN_ROUND.primary("Open the first round", team.id());
    }
}
