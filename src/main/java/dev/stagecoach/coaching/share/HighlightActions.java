package dev.stagecoach.coaching.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.share.Highlight.Reach;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What people do with highlights. */
final class HighlightActions {
    private static final String PEOPLE = "people";
    private static final String PLACE = "place";
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_PEOPLE = 10;

    private final People people;
    private final Guide guide;
    private final Highlights highlights;

    HighlightActions(People people, Guide guide, Highlights highlights) {
        this.people = people;
        this.guide = guide;
        this.highlights = highlights;
    }

    private HighlightCards cards(Transaction tx) {
        return new HighlightCards(who -> people.members().person(tx, who).map(Person::name).orElse("somebody"),
                team -> people.teams().find(tx, team).map(Team::name).orElse("another team"));
    }

    List<Handled<?>> all() {
        return List.of(ShareRoom.LIST.by((here, _) -> list(here)), ShareRoom.WRITE.by((here, _) -> new Reply.Open(
                open(Target.fresh(here.teamId(), here.chosenPractice()), Entries.EMPTY, List.of()))),
                ShareRoom.SAVE.by(this::save), ShareRoom.EDIT.by((here, id) -> edit(find(here, id))),
                ShareRoom.DELETE.by(this::delete),
                seen(ShareRoom.LOOK).by((here, id) -> new Reply.ToYou(page(here, find(here, id)))),
                ShareRoom.LOOK_AT_SCHOOL.onlyFor("while it is shared inside the school",
                        (here, choice) -> ofSchool(here, choice).isPresent())
                        .by((here, choice) -> new Reply.ToYou(
                                cards(here.tx()).ofSchool(ofSchool(here, choice).orElseThrow(), here.teamId()))),
                asked(ShareRoom.YES).by((here, id) -> answer(here, id, HighlightStore.Answer.AGREED)),
                asked(ShareRoom.NO).by((here, id) -> answer(here, id, HighlightStore.Answer.REFUSED)),
                outside(ShareRoom.COPY).by((here, id) -> new Reply.ToYou(HighlightCards.copy(find(here, id)))),
                outside(ShareRoom.TOLD).by((_, id) -> telling(id)), outside(ShareRoom.NOTED).by(this::told));
    }

    private Action<String> seen(Action<String> action) {
        return action.onlyFor("those who may see it",
                (here, id) -> highlights.find(here.tx(), id, here.person()).isPresent());
    }

    private Action<String> asked(Action<String> action) {
        return action.onlyFor("who is in it", (here, id) -> highlights.find(here.tx(), id, here.person())
                .filter(one -> one.answers().containsKey(here.person())).isPresent());
    }

    private Action<String> outside(Action<String> action) {
        return action.onlyFor("once it may go outside", (here, id) -> highlights.find(here.tx(), id, here.person())
                .filter(one -> one.mayBeTold(Reach.OUTSIDE)).isPresent());
    }

    private Highlight find(CallContext here, String id) {
        return highlights.find(here.tx(), id, here.person()).orElseThrow();
    }

    Reply list(CallContext here) {
        return new Reply.ToYou(cards(here.tx()).list(here.team(),
                highlights.seenBy(here.tx(), here.teamId(), here.person()),
                highlights.fromSchool(here.tx(), here.teamId()), here.mayWrite()));
    }

    private Optional<Highlight> ofSchool(CallContext here, Choice choice) {
        return highlights.fromSchool(here.tx(), here.teamId()).stream()
                .filter(one -> one.filled().id().equals(choice.key())).findFirst();
    }

    private ToolForm form() {
        return new ToolForm(guide, highlights.tool(), ShareRoom.SAVE.id(), "Something that works");
    }

    private Form open(Target target, Entries entries, List<PersonId> named) {
        var form = form().open(target, entries);
        return form.and(new Field.People(PEOPLE, "Who on your team is in it?",
                "I will ask each of them; I do not share it with anyone until they say yes.", true, named,
                MOST_PEOPLE));
    }

    private Reply edit(Highlight one) {
        return new Reply.Open(
                open(Target.of(one.filled()), one.filled().entries(), List.copyOf(one.answers().keySet())));
    }

    private Reply save(CallContext here, Target target) {
        var sent = here.submission();
        var reading = new FormReader(sent.answers());
        var entries = form().read(reading, sent.answers());
        var named = sent.answers().people(PEOPLE).stream().distinct().filter(who -> !who.equals(here.person()))
                .toList();
        if (!named.stream().allMatch(who -> people.members().standing(here.tx(), target.team(), who).belongs())) {
            reading.mend(PEOPLE, "Please choose people on your team; ask everybody else yourself.");
        }
        return reading.mend()
                .or(() -> NameGuard.before(here, people, open(target, entries, named), form().typed(entries)))
                .orElseGet(() -> new ToolSubmissions(people, Highlights.STORE, form()).keep(here.tx(), sent, target,
                        entries, kept -> kept(here.tx(), kept, target, named, here.now())));
    }

    private Reply kept(Transaction tx, FilledStore.Saved.Kept kept, Target target, List<PersonId> named, Instant now) {
        var filled = kept.filled();
        highlights.consents().people(tx, filled.id(), named,
                !kept.first() && filled.version().number() > target.seen());
        var highlight = share(tx, highlights.with(tx, filled), now);
        return new Reply.ToYou(cards(tx).saved(highlight));
    }

    /** Leaders see what everybody agreed to, and only while it is so. */
    private Highlight share(Transaction tx, Highlight highlight, Instant now) {
        Highlights.STORE.share(tx, highlight.filled().id(),
                Optional.of(now).filter(_ -> highlight.mayBeTold(Reach.SCHOOL)));
        return highlight;
    }

    private Card page(CallContext here, Highlight one) {
        return cards(here.tx()).page(one, here.person(), here.mayWrite());
    }

    private Reply answer(CallContext here, String id, HighlightStore.Answer answer) {
        highlights.consents().answer(here.tx(), id, here.person(), answer, here.now());
        return new Reply.Replace(page(here, share(here.tx(), find(here, id), here.now())));
    }

    private static Reply telling(String id) {
        return new Reply.Open(ShareRoom.NOTED.form("Shared outside", "Note it", id, List.of(new Field.ShortText(PLACE,
                "Where did you share it?", "A meeting, a newsletter, another school.", false, LONGEST_PLACE, ""))));
    }

    private Reply told(CallContext here, String id) {
        var reading = new FormReader(here.submission().answers());
        var place = reading.required(PLACE, LONGEST_PLACE, "Please say where you shared it.");
        return reading.mend().orElseGet(() -> {
            highlights.consents().told(here.tx(), id, place, here.person(), here.now());
            return new Reply.ToYou(Card.saying("Noted: shared at " + place + ".")
                    .buttons(ShareRoom.LIST.button("All of them", here.teamId())));
        });
    }

    private Reply delete(CallContext here, String id) {
        highlights.delete(here.tx(), id);
        return new Reply.Replace(Card.saying("Deleted.").buttons(ShareRoom.LIST.button("All of them", here.teamId())));
    }
}
