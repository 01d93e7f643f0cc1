package dev.stagecoach.coaching.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.learn.ResourceCards.Spot;
import dev.stagecoach.coaching.school.SharedBySchool;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Transaction;

/** What there is to read and watch; coaches and leaders fill in what the guide only names. */
public final class ResourceRoom implements Room {
    /** Shows a page of a shelf. */
    static final Action<Spot> SHELF = Action.click("resource.shelf", Spot.CARRIED, Access.reads(Who.TEAM));
    /** Says that one was seen. */
    static final Action<Spot.Item> SEEN = Action.click("resource.seen", Spot.Item.CARRIED, Access.writes(Who.TEAM));
    /** Opens the form for one. */
    static final Action<Choice> FILL = Action.click("resource.fill", Carried.choice(),
            Access.reads(Who.COACHES_AND_LEADERS));
    /** Opens the form for a new one. */
    static final Action<TeamId> ADD = Action.click("resource.add", Carried.team(),
            Access.reads(Who.COACHES_AND_LEADERS));
    /** Takes one away. */
    static final Action<Spot.Item> REMOVE = Action.click("resource.remove", Spot.Item.CARRIED,
            Access.writes(Who.COACHES_AND_LEADERS));
    private static final Reply GONE = Reply.Refused
            .because("This is no longer here. /coach learn reading shows what there is.");

    private final People people;
    private final Guide guide;
    private final SharedBySchool shared;
    private final ResourceStore store = new ResourceStore();
    private final SeenStore seen = new SeenStore();
    private final ResourceCards cards;

    public ResourceRoom(People people, Guide guide, SharedBySchool shared) {
        this.shared = shared;
        this.people = people;
        this.guide = guide;
        this.cards = new ResourceCards(guide);
    }

    @Override
    public Feature feature() {
        return new Feature("resource", List.of(),
                List.of(SHELF.by((here, spot) -> new Reply.Replace(page(here, spot))), SEEN.by(this::seen),
                        FILL.by(shared.changing(this::fill)), ADD.by(shared.changing((_, team) -> new Reply.Open(
                                ResourceForm.form(guide, ResourceForm.Target.fresh(team), Optional.empty())))),
                        REMOVE.by(shared.changing(this::remove)), ResourceForm.SAVE.by(shared.changing(this::save))));
    }

    /** What fits this practice and can be opened. */
    List<Material> fitting(Transaction tx, Team team, String practice) {
        return shelf().of(tx, team, practice).stream().filter(one -> !one.content().link().isEmpty()).toList();
    }

    /** A page of the shelf, as the caller sees it. */
    Card page(CallContext here, Spot spot) {
        var tx = here.tx();
        var all = shelf().of(tx, here.team(), spot.practice());
        var own = people.gate().open(tx, here.person(), seen.of(tx, here.teamId(), here.person())).orElse(Set.of());
        return cards.shelf(spot, all, new ResourceCards.Viewer(ADD.access().who().admits(here.standing()), own,
                readers(tx, here.team(), all, here.standing())));
    }

    private Map<String, Integer> readers(Transaction tx, Team team, List<Material> all, Standing standing) {
        return all.isEmpty()
                ? Map.of()
                : seen.counts(tx, team.id(), all.stream().map(Material::seenKey).toList()).entrySet().stream()
                        .filter(one -> Visibility.mayCount(DataKind.READING, standing.view(), one.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Reply seen(CallContext here, Spot.Item item) {
        shelf().find(here.tx(), here.team(), item.id())
                .ifPresent(one -> seen.see(here.tx(), here.person(), one.seenKey(), here.now()));
        return new Reply.Replace(page(here, item.spot()));
    }

    private Reply remove(CallContext here, Spot.Item item) {
        var school = shared.school(here.tx(), here.team());
        store.find(here.tx(), school, item.id()).filter(Material::own).ifPresent(one -> {
            store.remove(here.tx(), school, item.id());
            shared.changed(here, "took \"" + one.content().title() + "\" off the reading list");
        });
        return new Reply.Replace(page(here, item.spot()));
    }

    private Reply fill(CallContext here, Choice material) {
        return shelf().find(here.tx(), here.team(), material.key()).<Reply>map(one -> new Reply.Open(ResourceForm
                .form(guide, ResourceForm.Target.of(here.teamId(), one), Optional.of(one.content())))).orElse(GONE);
    }

    private Reply save(CallContext here, ResourceForm.Target target) {
        var tx = here.tx();
        var answers = here.submission().answers();
        var present = shelf().find(tx, here.team(), target.id());
        if (present.isEmpty() && target.seen() > 0) {
            return GONE;
        }
        var reading = new FormReader(answers);
        var content = ResourceForm.read(reading, answers, guide,
                present.filter(one -> !one.own()).map(Material::content));
        return reading.mend().orElseGet(() -> {
            var next = new Material(target.id(), target.own(), content, target.seen() + 1);
            var saved = present.filter(one -> one.content().equals(content)).isPresent() || written(here, next);
            return saved ? new Reply.ToYou(cards.saved(here.teamId())) : overtaken(tx, here.team(), target);
        });
    }

    private boolean written(CallContext here, Material next) {
        var saved = store.save(here.tx(), shared.school(here.tx(), here.team()), next,
                new ResourceStore.Writer(here.person(), here.now()));
        if (saved) {
            shared.changed(here, "changed \"" + next.content().title() + "\" on the reading list");
        }
        return saved;
    }

    private Reply overtaken(Transaction tx, Team team, ResourceForm.Target target) {
        var who = store.writer(tx, shared.school(tx, team), target.id())
                .flatMap(person -> people.members().person(tx, person)).map(Person::name).orElse("Somebody");
        return new Reply.Mend(Map.of(ResourceForm.LINK, who + " changed this while you were writing, so yours is "
                + "not saved. Copy what you want to keep, close this form, and open it again."));
    }

    private ReadingList shelf() {
        return new ReadingList(guide, store, shared);
    }
}
