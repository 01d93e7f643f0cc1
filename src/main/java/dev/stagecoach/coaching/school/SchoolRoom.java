package dev.stagecoach.coaching.school;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.outbox.Composer;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Delivery;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Which teams are a school's: whoever coaches or leads one of them says so of a team that names the school. */
public final class SchoolRoom implements Room {
    /** The kind of the message that tells coaches what another team changed. */
    static final String NEWS = "school.news";
    /** Which teams wait for this team's school, or what this team waits for. */
    static final Action<TeamId> SHOW = Action.click("school.show", Carried.team(),
            Access.reads(Who.COACHES_AND_LEADERS));
    /** Carries the answering person's team, and the team that waits. */
    static final Action<Choice> AGREE = Action.click("school.agree", Carried.choice(),
            Access.writes(Who.COACHES_AND_LEADERS));
    static final Action<Choice> REFUSE = Action.click("school.refuse", Carried.choice(),
            Access.writes(Who.COACHES_AND_LEADERS));
    /** The team's own coaches say that it is at another school of the same name. */
    static final Action<TeamId> OTHER = Action.click("school.other", Carried.team(), Access.writes(Who.COACHES));

    private final SchoolStore schools = new SchoolStore();
    private final Database database;
    private final People people;

    public SchoolRoom(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    @Override
    public Feature feature() {
        return new Feature("school", List.of(),
                List.of(SHOW.by((here, _) -> new Reply.ToYou(shown(here))), AGREE.by(this::agreed),
                        REFUSE.by(this::refused),
                        OTHER.by(this::other)));
    }

    @Override
    public Map<String, Composer> composers() {
        return Map.of(NEWS, Composer.asking(SendPolicy.REQUEST, Subscription.COACHING, this::news));
    }

    @Override
    public Map<String, MessageKind> kinds() {
        return Map.of(NEWS, MessageKind.of("Changes at your school", "you coach %s, and another team of its school "
                + "changed something for all teams there"));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!standing.isCoach() && !standing.isLeader()) {
            return List.of();
        }
        var at = schools.of(tx, team.id());
        return at.agreed() ? asks(tx, team, at.school()) : standing.isCoach() ? List.of(waits(team)) : List.of();
    }

    /** What a team waits for from this person. */
    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return steps(tx, team, person, standing, now).stream().filter(step -> step.rank() == NextStep.Rank.GATE)
                .toList();
    }

    private List<NextStep> asks(Transaction tx, Team team, String school) {
        var waiting = people.teams().find(tx, schools.waiting(tx, school)).values().stream().map(Team::name).sorted()
                .toList();
        return waiting.isEmpty()
                ? List.of()
                : List.of(new NextStep(NextStep.Rank.GATE,
                        "Say whether " + String.join(" and ", waiting) + " is at " + team.school() + ".",
                        SHOW.button("Is this team yours?", team.id())));
    }

    private static NextStep waits(Team team) {
        return new NextStep(NextStep.Rank.ANY_TIME, team.school() + " has not said yet that you are one of its teams.",
                SHOW.button("About your school", team.id()));
    }

    private Card shown(CallContext here) {
        var at = schools.of(here.tx(), here.teamId());
        var title = "About " + here.team().school();
        var card = Card.titled(title).heading(title);
        if (!at.agreed()) {
            card = card.text("I have asked the coaches and leaders of " + here.team().school() + " whether "
                    + here.team().name() + " is one of its teams. Until they say yes, you follow its days off and its "
                    + "reading, and only they can change them.");
            return here.standing().isCoach()
                    ? card.buttons(OTHER.button("We are a different school", here.teamId()))
                    : card;
        }
        var waiting = people.teams().find(here.tx(), schools.waiting(here.tx(), at.school())).values();
        for (var one : waiting) {
            card = card.text("The team " + one.name() + " (" + coaches(here.tx(), one) + ") says it is at "
                    + here.team().school() + ". If you say yes, it can change the days off and the reading that your "
                    + "teams share, and their coaches hear of each change.")
                    .buttons(AGREE.button("Yes, it is ours", new Choice(here.teamId(), one.id().value())),
                            REFUSE.button("No, it is not", new Choice(here.teamId(), one.id().value())));
        }
        return waiting.isEmpty() ? card.text("No team is waiting for your answer.") : card;
    }

    private String coaches(Transaction tx, Team team) {
        var names = people.members().of(tx, team.id()).stream().filter(member -> member.role() == Role.COACH)
                .map(member -> member.name()).toList();
        return names.isEmpty() ? "no coach" : "coach: " + String.join(", ", names);
    }

    private Reply agreed(CallContext here, Choice asking) {
        return answer(here, asking, other -> {
            schools.agree(here.tx(), other.id(), schools.of(here.tx(), here.teamId()).school(), here.now());
            return other.name() + " is one of your school's teams now. Its coaches and leaders can change the days off"
                    + " and the reading that you share; I tell the coaches of the other teams each time.";
        });
    }

    private Reply refused(CallContext here, Choice asking) {
        return answer(here, asking, other -> {
            schools.moveOn(here.tx(), other, here.now());
            return other.name() + " has days off and reading of its own now. Nothing of your school has changed.";
        });
    }

    /** What a person of the school did. */
    private interface Answer {
        String words(Team other);
    }

    private Reply answer(CallContext here, Choice asking, Answer answer) {
        var at = schools.of(here.tx(), here.teamId());
        var waiting = Optional.of(new TeamId(asking.key()))
                .filter(one -> at.agreed() && schools.waiting(here.tx(), at.school()).contains(one));
        var words = waiting.flatMap(one -> people.teams().find(here.tx(), one)).map(answer::words)
                .orElse("That is answered already, so nothing changes.");
        return new Reply.ToYou(Card.saying(words).buttons(Ways.HOME.button("Back to Home",
                Optional.of(here.teamId()))));
    }

    private Reply other(CallContext here, TeamId team) {
        if (!schools.of(here.tx(), team).agreed()) {
            schools.moveOn(here.tx(), here.team(), here.now());
        }
        return new Reply.ToYou(Card.saying(schools.of(here.tx(), team).agreed()
                ? here.team().name() + " has days off and reading of its own now. Next, add your school's calendar, so "
                        + "that I send nothing on days off."
                : "There is another school of that name here, and I have asked its coaches and leaders.")
                .buttons(Ways.CALENDAR.button("School calendar", new Carried.Page(team, 0))));
    }

    private Composition news(Delivery delivery, Instant now) {
        var news = SharedBySchool.News.parse(delivery.subject());
        return database.read(tx -> people.teams().find(tx, delivery.team()).map(team -> {
            var begin = news.day().atStartOfDay(team.zone()).toInstant();
            var end = news.day().plusDays(1).atStartOfDay(team.zone()).toInstant();
            var changes = schools.changes(tx, news.school(), begin, end).stream()
                    .filter(one -> !one.team().equals(team.id()) && !one.person().equals(delivery.to())).toList();
            return changes.isEmpty() || !schools.of(tx, team.id()).school().equals(news.school())
                    ? new Composition.Skip("The team is not at that school any more.")
                    : Composition.Send.of(told(tx, team, changes));
        }).orElseGet(() -> new Composition.Skip("The team no longer exists.")));
    }

    private Card told(Transaction tx, Team team, List<SchoolStore.Change> changes) {
        var title = "Changed for every team at " + team.school();
        return Card.titled(title).heading(title).bullets(changes.stream().map(one -> Text.of(who(tx, one) + " "
                + one.words() + ".")).toList())
                .text("If that isn't right, talk with them, or change it back.")
                .buttons(Ways.CALENDAR.button("School calendar", new Carried.Page(team.id(), 0)));
    }

    private String who(Transaction tx, SchoolStore.Change change) {
        var name = people.members().person(tx, change.person()).map(Person::name).orElse("Somebody");
        var team = people.teams().find(tx, change.team()).map(Team::name).orElse("another team");
        return name + " (" + team + ")";
    }
}
