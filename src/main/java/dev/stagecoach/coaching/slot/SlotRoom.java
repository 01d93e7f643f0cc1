package dev.stagecoach.coaching.slot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.calendar.Gathering;
import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.PrivateFiles;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A regular time for the practice: named, changed, and taken along into one's own calendar. */
public final class SlotRoom implements Room {
    static final Action<TeamId> EDIT = Action.click("slot.edit", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    static final Action<Target> SAVE = Action.form("slot.form", Target.CARRIED,
            Access.writes(Who.MEMBERS_AND_COACHES).withPractice()).onlyFor("the team that it is named for",
                    (_, target) -> target.id().equals(Slots.id(target.team(), target.practice())));
    /** Sends the file to the caller alone; over the network, so outside of a transaction. */
    static final Action<TeamId> FILE = Action.click("slot.file", Carried.team(),
            Access.outside(Who.TEAM).withPractice());
    private static final String FILE_NAME = "our-time.ics";
    private static final String BESIDE = "Here is the team's regular time. Open the file, and your calendar takes it in."
            + " Only you see this.";

    private final Database database;
    private final People people;
    private final Guide guide;
    private final PrivateFiles files;
    private final Slots slots;

    public SlotRoom(Database database, People people, Guide guide, PrivateFiles files) {
        this.database = database;
        this.people = people;
        this.guide = guide;
        this.files = files;
        this.slots = new Slots(people.gate());
    }

    @Override
    public Feature feature() {
        return Slots.tool(guide).map(tool -> new Feature("slot", List.of(),
                List.of(Slots.OPEN.by((here, _) -> open(here, tool)),
                        EDIT.by((here, _) -> new Reply.Open(form(here, tool))),
                        SAVE.by((here, target) -> saved(here, target, tool)), FILE.by((here, _) -> file(here)))))
                .orElse(Feature.NONE);
    }

    /** Whoever may write it begins it at once. */
    private Reply open(CallContext here, Tool tool) {
        return slots.of(here.tx(), here.teamId(), here.chosenPractice())
                .<Reply>map(slot -> new Reply.ToYou(card(here, tool, slot)))
                .orElseGet(() -> here.mayWrite()
                        ? new Reply.Open(form(here, tool))
                        : new Reply.ToYou(SlotCards.none(here)));
    }

    private Card card(CallContext here, Tool tool, Slot slot) {
        return new SlotCards(guide, tool).page(here, slot,
                slot.next(here.today(), people.days().ofTeam(here.tx(), here.team())));
    }

    private Form form(CallContext here, Tool tool) {
        var practice = here.chosenPractice();
        return slots.of(here.tx(), here.teamId(), practice).map(Slot::filled)
                .map(filled -> form(tool).open(Target.of(filled), filled.entries()))
                .orElseGet(() -> form(tool).open(
                        new Target(here.teamId(), practice, Slots.id(here.teamId(), practice), 0),
                        Entries.EMPTY));
    }

    private ToolForm form(Tool tool) {
        return new ToolForm(guide, tool, SAVE.id(), tool.name());
    }

    private Reply saved(CallContext here, Target target, Tool tool) {
        var reading = new FormReader(here.submission().answers());
        var entries = form(tool).read(reading, here.submission().answers());
        entries.number(Slot.MINUTES).ifPresent(_ -> reading.number(Slot.MINUTES, 1, Slot.LONGEST_MINUTES));
        entries.number(Slot.WEEKS).ifPresent(_ -> reading.number(Slot.WEEKS, 1, Slot.MOST_WEEKS));
        return new ToolSubmissions(people, Slots.STORE, form(tool)).guarded(here, target, reading, entries,
                kept -> new Reply.ToYou(card(here, tool, new Slot(kept.filled()))));
    }

    private Reply file(CallContext here) {
        var read = database.read(tx -> slots.of(tx, here.teamId(), here.chosenPractice())
                .flatMap(slot -> gathering(tx, here, slot)));
        if (read.isEmpty()) {
            return Reply.Refused.because("There is no time left this school year. Name the first one of the next, and I"
                    + " make you a file of it.");
        }
        return files.send(here.person(), List.of(new PrivateFiles.Document(FILE_NAME, read.get().text())), BESIDE)
                ? new Reply.ToYou(SlotCards.sent(here))
                : new Reply.Refused("I could not send you the file just now. Nothing has changed; please try again in a"
                        + " minute.", Optional.of(FILE.button("Try again", here.teamId())));
    }

    private Optional<Gathering> gathering(Transaction tx, CallContext here, Slot slot) {
        var version = slot.filled().version();
        var practice = guide.practice(here.chosenPractice()).map(Practice::shortName).orElse(here.chosenPractice());
        var owner = slot.owner().flatMap(person -> people.members().person(tx, person)).map(Person::name)
                .map(name -> "In charge: " + name + ". ").orElse("");
        return slot.times(here.today(), people.days().ofTeam(tx, here.team()))
                .map(times -> new Gathering(
                        new Gathering.Id(slot.filled().id() + "@stagecoach", version.number(), version.at()),
                        here.team().name() + ": " + practice, owner + "Classes: " + slot.cover(), times));
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return Slots.tool(guide).map(_ -> {
            var named = slots.of(tx, team.id(), practice).map(slot -> slot.words() + ".").stream().toList();
            return new Counted(Fact.SLOT_KEPT, named.size(), named, Slots.OPEN.id());
        }).stream().toList();
    }
}
