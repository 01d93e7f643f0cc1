package dev.stagecoach.coaching.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.learn.ResourceCards.Spot;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What there is to read and watch; coaches and leaders fill in what the guide only names. */
public final class ResourceRoom implements Room {
    /** The click that shows a page of a shelf. */
    static final String SHELF = "resource.shelf";
    /** The click that says that one was seen; its value is the page and the resource. */
    static final String SEEN = "resource.seen";
    /** The click that opens the form for one; its value is the team and the resource. */
    static final String FILL = "resource.fill";
    /** The click that opens the form for a new one; its value is the team. */
    static final String ADD = "resource.add";
    /** The click that takes one away; its value is the page and the resource. */
    static final String REMOVE = "resource.remove";
    private static final Reply NOT_YOURS = Reply.Refused
            .because("Coaches and leaders of the team fill in what there is to read. /coach learn reading shows it.");
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this any more. /coach learn reading shows what there is.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final ResourceStore store = new ResourceStore();
    private final SeenStore seen = new SeenStore();
    private final ResourceCards cards;

    public ResourceRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.cards = new ResourceCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("resource", List.of(),
                Map.of(SHELF, this::turn, SEEN, this::seen, FILL, this::fill, ADD, this::add, REMOVE, this::remove),
                Map.of(ResourceForm.ID, this::save), Map.of());
    }

    /** What fits this practice and can be opened. */
    List<Material> fitting(Transaction tx, Team team, String practice) {
        return shelf().of(tx, team, practice).stream().filter(one -> !one.content().link().isEmpty()).toList();
    }

    /** A page of the shelf, as this person sees it. */
    Card page(Transaction tx, Team team, Spot spot, PersonId person) {
        var all = shelf().of(tx, team, spot.practice());
        var standing = people.members().standing(tx, team.id(), person);
        var own = people.gate().open(tx, person, seen.of(tx, team.id(), person)).orElse(Set.of());
        return cards.shelf(spot, all, new ResourceCards.Viewer(mayWrite(standing), own,
                readers(tx, team, all, standing)));
    }

    private Map<String, Integer> readers(Transaction tx, Team team, List<Material> all, Standing standing) {
        return all.isEmpty()
                ? Map.of()
                : seen.counts(tx, team.id(), all.stream().map(Material::seenKey).toList()).entrySet().stream()
                        .filter(one -> Visibility.mayCount(DataKind.READING, standing.view(), one.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Reply turn(Call.Click click) {
        return database.read(tx -> onPage(tx, click)
                .<Reply>map(place -> new Reply.Replace(page(tx, place.team(), place.spot(), click.person())))
                .orElse(GONE));
    }

    private Reply seen(Call.Click click) {
        return database.write(tx -> onPage(tx, click).<Reply>map(place -> {
            shelf().find(tx, place.team(), last(click))
                    .ifPresent(one -> seen.see(tx, click.person(), one.seenKey(), click.now()));
            return new Reply.Replace(page(tx, place.team(), place.spot(), click.person()));
        }).orElse(GONE));
    }

    private Reply remove(Call.Click click) {
        return database.write(tx -> onPage(tx, click)
                .filter(place -> mayWrite(people.members().standing(tx, place.team().id(), click.person())))
                .<Reply>map(place -> {
                    store.remove(tx, ReadingList.name(place.team()), last(click));
                    return new Reply.Replace(page(tx, place.team(), place.spot(), click.person()));
                }).orElse(NOT_YOURS));
    }

    private Reply add(Call.Click click) {
        return database.read(tx -> writer(tx, new TeamId(click.value()), click.person())
                .<Reply>map(team -> new Reply.Open(
                        ResourceForm.form(guide, ResourceForm.Target.fresh(team.id()), Optional.empty())))
                .orElse(NOT_YOURS));
    }

    private Reply fill(Call.Click click) {
        return database.read(tx -> writer(tx, new TeamId(click.value().split(" ", 2)[0]), click.person())
                .map(team -> shelf().find(tx, team, last(click)).<Reply>map(one -> new Reply.Open(ResourceForm
                        .form(guide, ResourceForm.Target.of(team.id(), one), Optional.of(one.content()))))
                        .orElse(GONE))
                .orElse(NOT_YOURS));
    }

    private Reply save(Call.Submission sent) {
        return database.write(tx -> ResourceForm.Target.parse(sent.context())
                .map(target -> writer(tx, target.team(), sent.person())
                        .map(team -> save(tx, team, target, sent)).orElse(NOT_YOURS))
                .orElse(GONE));
    }

    private Reply save(Transaction tx, Team team, ResourceForm.Target target, Call.Submission sent) {
        var present = shelf().find(tx, team, target.id());
        if (present.isEmpty() && target.seen() > 0) {
            return GONE;
        }
        var reading = new FormReader(sent.answers());
        var content = ResourceForm.read(reading, sent.answers(), guide,
                present.filter(one -> !one.own()).map(Material::content));
        return reading.mend().orElseGet(() -> {
            var next = new Material(target.id(), target.own(), content, target.seen() + 1);
            var saved = present.filter(one -> one.content().equals(content)).isPresent()
                    || store.save(tx, ReadingList.name(team), next,
                            new ResourceStore.Writer(sent.person(), sent.now()));
            return saved ? new Reply.ToYou(cards.saved(team.id())) : overtaken(tx, team, target);
        });
    }

    private Reply overtaken(Transaction tx, Team team, ResourceForm.Target target) {
        var who = store.writer(tx, ReadingList.name(team), target.id())
                .flatMap(person -> people.members().person(tx, person)).map(Person::name).orElse("Somebody");
        return new Reply.Mend(Map.of(ResourceForm.LINK, who + " changed this while you were writing, so it is not"
                + " saved. Copy what you want to keep, close this form, and open it again."));
    }

    /** A page that the caller may look at. */
    private record Place(Team team, Spot spot) {}

    private Optional<Place> onPage(Transaction tx, Call.Click click) {
        return Spot.parse(click.value()).flatMap(spot -> Insider.of(tx, people, spot.team(), click.person())
                .map(here -> new Place(here.team(), spot)));
    }

    private Optional<Team> writer(Transaction tx, TeamId id, PersonId person) {
        return Insider.of(tx, people, id, person).filter(here -> mayWrite(here.standing())).map(Insider::team);
    }

    private ReadingList shelf() {
        return new ReadingList(guide, store);
    }

    private static String last(Call.Click click) {
        return click.value().substring(click.value().lastIndexOf(' ') + 1);
    }

    private static boolean mayWrite(Standing standing) {
        return standing.isCoach() || standing.isLeader();
    }
}
