package dev.stagecoach.coaching.visit;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.Carried.WorkPart;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameGuard;
import dev.stagecoach.coaching.visit.Visit.Kind;
import dev.stagecoach.coaching.visit.Visit.Parties;
import dev.stagecoach.coaching.visit.Visit.Slot;
import dev.stagecoach.coaching.visit.Visit.State;
import dev.stagecoach.coaching.visit.VisitMessages.News;
import dev.stagecoach.guide.Feedback;
import dev.stagecoach.people.People;
import dev.stagecoach.storage.Ids;

/** What members and coaches do with visits. */
final class VisitActions {
    private static final Reply GONE = Reply.Refused
            .because("This visit was called off, or it is between other people. /coach visit shows what there is.");

    private final VisitStore store = new VisitStore();
    private final NoteStore notes = new NoteStore();
    private final CoverStore covers = new CoverStore();
    private final People people;
    private final Visits visits;
    private final VisitMessages messages;
    private final Feedback.Visit protocol;

    VisitActions(People people, Visits visits, VisitMessages messages, Feedback.Visit protocol) {
        this.people = people;
        this.visits = visits;
        this.messages = messages;
        this.protocol = protocol;
    }

    Reply open(CallContext here, Kind kind) {
        return new Reply.Open(VisitForms.open(here, kind,
                new WorkPart(here.teamId(), here.chosenPractice(), Ids.next()),
                visits.practice(here.chosenPractice())));
    }

    Reply begin(CallContext here, Kind kind, WorkPart target) {
        return slot(here, VisitForms.open(here, kind, target, visits.practice(target.practice())), slot -> {
            var begun = begun(target.part(), here, target.practice(),
                    new Parties(kind, here.person(), Optional.empty(), Optional.empty()), slot, Optional.empty());
            store.open(here.tx(), begun, here.now());
            return shown(here, target.part());
        });
    }

    private static Visit begun(String id, CallContext here, String practice, Parties parties, Slot slot,
            Optional<String> returns) {
        return new Visit(id, here.teamId(), practice, parties, slot, State.OPEN, Optional.empty(), returns,
                Optional.empty());
    }

    private interface Beginning {
        Reply with(Slot slot);
    }

    private Reply slot(CallContext here, Form form, Beginning work) {
        var reading = new FormReader(here.submission().answers());
        var slot = VisitForms.slot(reading, here);
        return reading.mend().or(() -> NameGuard.before(here, people, form, List.of(slot.lookFor())))
                .orElseGet(() -> work.with(slot));
    }

    Reply take(CallContext here, String id) {
        if (store.take(here.tx(), id, here.person(), here.now())) {
            visits.seenBy(here.tx(), id, here.person()).ifPresent(visit -> {
                messages.tell(here, visit, visit.parties().person(), News.TAKEN);
                messages.remind(here, visit);
            });
            return shown(here, id);
        }
        var mine = visits.seenBy(here.tx(), id, here.person()).filter(Visit::agreed);
        return mine.isPresent() ? shown(here, id) : missed(here, id);
    }

    private Reply missed(CallContext here, String id) {
        var words = store.state(here.tx(), id).map(state -> switch (state) {
            case TAKEN -> "A colleague took this visit a moment before you.";
            case CANCELED -> "This visit has been called off.";
            case OPEN -> "The time of this visit has passed.";
        }).orElse("This visit is no longer there.");
        return new Reply.Refused(words + " There may be others, or ask for one of your own.",
                Optional.of(VisitRoom.SHOW.button("See visits", here.teamId())));
    }

    Reply cancel(CallContext here, String id) {
        return visits.seenBy(here.tx(), id, here.person()).filter(visit -> !notes.noted(here.tx(), id))
                .map(visit -> {
                    var freed = visit.freedBy(here.person(), here.now());
                    if (freed ? store.free(here.tx(), visit) : store.cancel(here.tx(), visit)) {
                        calledOff(here, visit, freed ? News.FREED : News.CANCELED);
                    }
                    return (Reply) new Reply.Replace(VisitPages.calledOff(here.teamId(), visit, freed));
                }).orElse(GONE);
    }

    private void calledOff(CallContext here, Visit visit, News news) {
        messages.stopReminding(here.tx(), visit);
        if (!visit.over(here.now())) {
            visit.other(here.person()).ifPresent(other -> messages.tell(here, visit, other, news));
        }
        covers.find(here.tx(), visit.id()).ifPresent(closed -> {
            covers.drop(here.tx(), visit.id());
            people.gate().open(here.tx(), closed.author(), closed)
                    .ifPresent(cover -> messages.refresh(here.tx(), cover));
        });
    }

    Reply note(CallContext here, String id) {
        return over(here, id).<Reply>map(visit -> new Reply.Open(VisitForms.note(visit, protocol.during(),
                own(here, id)))).orElse(GONE);
    }

    Reply noted(CallContext here, String id) {
        return over(here, id).map(visit -> {
            var reading = new FormReader(here.submission().answers());
            var note = VisitForms.note(reading, visit, here.person());
            return reading.mend()
                    .or(() -> NameGuard.before(here, people,
                            VisitForms.note(visit, protocol.during(), Optional.empty()),
                            List.of(note.seen(), note.question())))
                    .orElseGet(() -> {
                        notes.keep(here.tx(), id, note, here.now());
                        return shown(here, id);
                    });
        }).orElse(GONE);
    }

    private Optional<Visit> over(CallContext here, String id) {
        return visits.seenBy(here.tx(), id, here.person()).filter(visit -> visit.over(here.now()));
    }

    private Optional<Note> own(CallContext here, String id) {
        return people.gate().openAll(here.tx(), here.person(), notes.of(here.tx(), id, here.person())).stream()
                .filter(note -> note.person().equals(here.person())).findFirst();
    }

    /** Whoever may read one of the notes. */
    Reply read(CallContext here, String id) {
        var all = people.gate().openAll(here.tx(), here.person(), notes.of(here.tx(), id, here.person()));
        return all.isEmpty() ? GONE : new Reply.ToYou(VisitCards.notes(all));
    }

    Reply show(CallContext here, String id) {
        return over(here, id).filter(_ -> notes.notedBy(here.tx(), id, here.person())).map(visit -> {
            var coaches = people.members().coaches(here.tx(), here.teamId()).stream()
                    .filter(coach -> !visit.people().contains(coach)).toList();
            notes.show(here.tx(), id, here.person(), coaches);
            coaches.forEach(coach -> messages.show(here, visit, coach));
            return shown(here, id);
        }).orElse(GONE);
    }

    Reply hide(CallContext here, String id) {
        return over(here, id).map(_ -> {
            notes.hide(here.tx(), id, here.person());
            return shown(here, id);
        }).orElse(GONE);
    }

    Reply thank(CallContext here, String id) {
        return over(here, id).filter(visit -> visit.visitedBy(here.person())).map(visit -> {
            if (store.thank(here.tx(), id, here.now())) {
                visit.other(here.person()).ifPresent(host -> messages.tell(here, visit, host, News.THANKED));
            }
            return shown(here, id);
        }).orElse(GONE);
    }

    Reply back(CallContext here, String id) {
        return toReturn(here, id).<Reply>map(visit -> new Reply.Open(VisitForms.back(here, new Part(id, Ids.next()),
                visits.practice(visit.practice())))).orElse(GONE);
    }

    Reply backAsked(CallContext here, Part target) {
        return toReturn(here, target.id()).map(visit -> slot(here, VisitForms.back(here, target,
                visits.practice(visit.practice())), slot -> {
                    var begun = begun(target.part(), here, visit.practice(), new Parties(Kind.WISH, here.person(),
                            Optional.empty(), visit.visitor()), slot, Optional.of(visit.id()));
                    if (store.open(here.tx(), begun, here.now())) {
                        visit.visitor().ifPresent(host -> messages.askBack(here, begun, host));
                    }
                    return shown(here, target.part());
                })).orElse(GONE);
    }

    private Optional<Visit> toReturn(CallContext here, String id) {
        return over(here, id).filter(visit -> visit.returns().isEmpty() && !visit.visitedBy(here.person())
                && !store.returned(here.tx(), id));
    }

    private Reply shown(CallContext here, String id) {
        return visits.seenBy(here.tx(), id, here.person()).<Reply>map(visit -> new Reply.Replace(VisitCards
                .of(visits.view(here.tx(), visit, here.person(), here.now())))).orElse(GONE);
    }
}
