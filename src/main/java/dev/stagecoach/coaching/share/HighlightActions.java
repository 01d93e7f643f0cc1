package dev.stagecoach.coaching.share;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.share.Highlight.Reach;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.FilledStore;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What people do with highlights. */
final class HighlightActions {
    static final String FORM = "highlight.form";
    static final String TOLD_FORM = "highlight.told_form";
    private static final String PEOPLE = "people";
    private static final String PLACE = "place";
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_PEOPLE = 10;
    private static final Reply GONE = Reply.Refused
            .because("That is not there any more, or not yours. /coach share shows what is.");
    private static final Reply OUTSIDERS = Reply.Refused
            .because("You are not in this team, so this is not yours to see.");

    private final Database database;
    private final People people;
    private final Guide guide;
    private final Highlights highlights;

    HighlightActions(Database database, People people, Guide guide, Highlights highlights) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.highlights = highlights;
    }

    private HighlightCards cards(Transaction tx) {
        return new HighlightCards(who -> people.members().person(tx, who).map(Person::name).orElse("somebody"));
    }

    Reply list(Call call, TeamId id) {
        return database.read(tx -> Insider.of(tx, people, id, call.person())
                .<Reply>map(here -> new Reply.ToYou(cards(tx).list(here.team(),
                        highlights.seenBy(tx, id, call.person()), here.standing().takesPart())))
                .orElse(OUTSIDERS));
    }

    private boolean mayWrite(Transaction tx, TeamId team, PersonId person) {
        return people.members().standing(tx, team, person).takesPart();
    }

    private ToolForm form() {
        return new ToolForm(guide, highlights.tool(), FORM, "Something that works");
    }

    private Form open(Target target, Entries entries, List<PersonId> named) {
        var form = form().open(target, entries);
        var fields = new ArrayList<>(form.fields());
        fields.add(new Field.People(PEOPLE, "Who of your team is in it?",
                "I ask each of them; it is told to nobody before they say yes.", true, named, MOST_PEOPLE));
        return new Form(form.id(), form.title(), form.submit(), form.context(), fields);
    }

    Reply write(Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(),
                here -> new Reply.Open(
                        open(Target.fresh(here.team().id(), here.practice()), Entries.EMPTY, List.of()))));
    }

    Reply edit(Call.Click click) {
        return database.read(tx -> own(tx, click.value(), click.person()).<Reply>map(one -> new Reply.Open(
                open(Target.of(one.filled()), one.filled().entries(), List.copyOf(one.answers().keySet()))))
                .orElse(GONE));
    }

    private Optional<Highlight> own(Transaction tx, String id, PersonId person) {
        return highlights.find(tx, id, person).filter(one -> one.filled().author().equals(person));
    }

    Reply save(Call.Submission sent) {
        return Target.parse(sent.context())
                .map(target -> database.write(tx -> TeamAtWork.writing(tx, people, target.team(), sent.person(),
                        _ -> save(tx, sent, target))))
                .orElse(GONE);
    }

    private Reply save(Transaction tx, Call.Submission sent, Target target) {
        var reading = new FormReader(sent.answers());
        var entries = form().read(reading, sent.answers());
        var named = sent.answers().people(PEOPLE).stream().distinct().filter(who -> !who.equals(sent.person()))
                .toList();
        if (!named.stream().allMatch(who -> people.members().standing(tx, target.team(), who).belongs())) {
            reading.mend(PEOPLE, "Please choose people of your team; everybody else agrees outside of here.");
        }
        return reading.mend()
                .orElseGet(() -> new ToolSubmissions(people, highlights.store(), form()).keep(tx, sent, target,
                        entries, kept -> kept(tx, kept, target, named, sent.now())));
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
        highlights.store().share(tx, highlight.filled().id(),
                Optional.of(now).filter(_ -> highlight.mayBeTold(Reach.SCHOOL)));
        return highlight;
    }

    Reply look(Call.Click click) {
        return database.read(tx -> highlights.find(tx, click.value(), click.person())
                .<Reply>map(one -> new Reply.ToYou(page(tx, one, click.person()))).orElse(GONE));
    }

    private Card page(Transaction tx, Highlight one, PersonId person) {
        return cards(tx).page(one, person, mayWrite(tx, one.filled().team(), person));
    }

    Reply answer(Call.Click click, ConsentStore.Answer answer) {
        return database.write(tx -> highlights.find(tx, click.value(), click.person())
                .filter(one -> highlights.consents().answer(tx, one.filled().id(), click.person(), answer, click.now()))
                .<Reply>map(one -> new Reply.Replace(
                        page(tx, share(tx, highlights.with(tx, one.filled()), click.now()), click.person())))
                .orElse(GONE));
    }

    Reply copy(Call.Click click) {
        return database.read(tx -> outside(tx, click.value(), click.person())
                .<Reply>map(one -> new Reply.ToYou(HighlightCards.copy(one))).orElse(GONE));
    }

    private Optional<Highlight> outside(Transaction tx, String id, PersonId person) {
        return highlights.find(tx, id, person)
                .filter(one -> one.mayBeTold(Reach.OUTSIDE) && mayWrite(tx, one.filled().team(), person));
    }

    Reply telling(Call.Click click) {
        return database.read(tx -> outside(tx, click.value(), click.person())
                .<Reply>map(one -> new Reply.Open(new Form(TOLD_FORM, "Told outside", "Note it", one.filled().id(),
                        List.of(new Field.ShortText(PLACE, "Where did you tell it?",
                                "A meeting, a newsletter, another school.", false, LONGEST_PLACE, "")))))
                .orElse(GONE));
    }

    Reply told(Call.Submission sent) {
        var reading = new FormReader(sent.answers());
        var place = reading.required(PLACE, LONGEST_PLACE, "Please say where you told it.");
        return reading.mend().orElseGet(() -> database.write(tx -> outside(tx, sent.context(), sent.person())
                .<Reply>map(one -> {
                    highlights.consents().told(tx, one.filled().id(), place, sent.person(), sent.now());
                    return new Reply.ToYou(Card.saying("Noted: told at " + place + ".")
                            .buttons(Button.of("All of them", ShareRoom.LIST, one.filled().team().value())));
                }).orElse(GONE)));
    }

    Reply delete(Call.Click click) {
        return database.write(tx -> own(tx, click.value(), click.person()).<Reply>map(one -> {
            highlights.delete(tx, one.filled().id());
            return new Reply.Replace(Card.saying("Deleted.")
                    .buttons(Button.of("All of them", ShareRoom.LIST, one.filled().team().value())));
        }).orElse(GONE));
    }
}
