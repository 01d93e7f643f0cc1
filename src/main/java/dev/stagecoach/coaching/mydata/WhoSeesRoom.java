package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.TeamPicker;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.rounds.VisibilityRoom;
import dev.stagecoach.people.AccessLog.Look;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** {@code /coach who-sees}: who can see each of the caller's things now, and who looked. For the caller alone. */
public final class WhoSeesRoom implements Room {
    static final Action<Optional<TeamId>> SHOW = Action.click("mydata.sees", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE));
    private static final int MOST_ITEMS = 12;
    private static final int MOST_LOOKS = 15;

    private final People people;
    private final List<Room> rooms;

    /** @param rooms all rooms, also those that come later */
    public WhoSeesRoom(People people, List<Room> rooms) {
        this.people = people;
        this.rooms = rooms;
    }

    @Override
    public Feature feature() {
        var show = SHOW.by((here, _) -> new Reply.ToYou(page(here)));
        return new Feature("whosees",
                List.of(new Action.Typed("who-sees", "shows who can see each of your things, and who looked", show)
                        .also("who sees", "who looked", "who can see my answers", "access log")),
                List.of(show));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return standing.takesPart()
                ? List.of(new NextStep(NextStep.Rank.ANY_TIME, "See who can see what you wrote, and who looked.",
                        SHOW.button("Who sees my things", Optional.of(team.id()))))
                : List.of();
    }

    private Card page(CallContext here) {
        var teams = people.teams().of(here.tx(), here.person());
        var card = Card.titled("Who sees my things").heading("Who sees my things");
        for (var team : teams) {
            card = items(teams.size() > 1 ? card.text(Text.bolded(TeamPicker.called(team, teams))) : card, here, team);
        }
        card = looks(card, here, teams);
        var more = card.buttons(Ways.MY_DATA.button("My data", here.where().map(Team::id)));
        return teams.isEmpty()
                ? more
                : TeamPicker.below(more, teams, (name, team) -> VisibilityRoom.OPEN
                        .button("What the team agreed" + (teams.size() > 1 ? ": " + name : ""), team.id()));
    }

    private Card items(Card card, CallContext here, Team team) {
        var own = rooms.stream().flatMap(room -> room.own(here.tx(), team, here.person()).stream()).toList();
        if (own.isEmpty()) {
            return card.text("You have not written anything yet. Where you write, it says who will see it.");
        }
        var lines = new ArrayList<Text>();
        own.stream().limit(MOST_ITEMS).forEach(item -> lines.add(Text.bolded(item.name() + ": ")
                .plus(Readership.words(here.tx(), people, item) + ".")));
        var shown = card.bullets(lines);
        return own.size() > MOST_ITEMS
                ? shown.footnote("These are " + MOST_ITEMS + " of " + own.size() + ". What is older follows the same "
                        + "rules.")
                : shown;
    }

    private Card looks(Card card, CallContext here, List<Team> teams) {
        var looks = people.gate().log().looksAt(here.tx(), here.person(), MOST_LOOKS);
        if (looks.isEmpty()) {
            return card.text("Nobody else has looked at anything of yours in the last year.");
        }
        var zone = teams.isEmpty() ? ZoneId.of("UTC") : teams.getFirst().zone();
        return card.text(Text.bolded("Who looked")).bullets(looks.stream().map(look -> line(look, zone)).toList())
                .footnote(
                        "Once a day for each person and kind, for a year. What I posted in a channel is read there, and I "
                                + "can’t tell by whom. Your copy of My data has all of it.");
    }

    private static Text line(Look look, ZoneId zone) {
        return Text.mentioning(look.viewer()).plus(" looked at " + LookedAt.words(look.what()) + " on "
                + DateText.dayAndYear(look.at(), zone) + ".");
    }
}
