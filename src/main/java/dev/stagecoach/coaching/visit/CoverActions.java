package dev.stagecoach.coaching.visit;

import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.visit.VisitMessages.News;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Role;

/** A visitor asks for cover; a leader arranges it, or says that it is not possible. */
final class CoverActions {
    private static final Reply GONE = Reply.Refused
            .because("This visit was called off or is over. /coach visit shows what there is.");

    private final CoverStore covers = new CoverStore();
    private final People people;
    private final Visits visits;
    private final VisitMessages messages;

    CoverActions(People people, Visits visits, VisitMessages messages) {
        this.people = people;
        this.visits = visits;
        this.messages = messages;
    }

    Reply ask(CallContext here, String id) {
        if (people.members().of(here.tx(), here.teamId(), Role.LEADER).isEmpty()) {
            return Reply.Refused.because("Nobody leads " + here.team().name() + " yet, so there is nobody to ask. A "
                    + "coach can add a leader in /coach setup.");
        }
        return visits.seenBy(here.tx(), id, here.person())
                .filter(visit -> visit.ahead(here.now()) && visit.visitedBy(here.person())).map(visit -> {
                    if (covers.ask(here.tx(), id, here.person(), here.now())) {
                        seen(here, id).ifPresent(cover -> messages.askForCover(here, cover));
                    }
                    return (Reply) new Reply.Replace(VisitCards.of(visits.view(here.tx(), visit, here.person(),
                            here.now())));
                }).orElse(GONE);
    }

    Reply answer(CallContext here, String id, Cover.State answer) {
        return seen(here, id).filter(cover -> cover.at().isAfter(here.now())).map(cover -> {
            if (covers.answer(here.tx(), id, answer, here.person())) {
                visits.seenBy(here.tx(), id, cover.person()).ifPresent(visit -> messages.tell(here, visit,
                        cover.person(), answer == Cover.State.ARRANGED ? News.ARRANGED : News.DECLINED));
                messages.refresh(here.tx(), cover);
            }
            return card(here, id);
        }).orElse(GONE);
    }

    private Reply card(CallContext here, String id) {
        return seen(here, id).<Reply>map(cover -> new Reply.Replace(VisitCards.cover(cover,
                visits.name(here.tx(), cover.person()), Visits.when(here.team(), cover.at(), here.now()))))
                .orElse(GONE);
    }

    private Optional<Cover> seen(CallContext here, String id) {
        return covers.find(here.tx(), id).flatMap(closed -> people.gate().open(here.tx(), here.person(), closed));
    }
}
