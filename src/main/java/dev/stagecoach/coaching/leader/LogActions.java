package dev.stagecoach.coaching.leader;

import java.util.List;

import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Commitment.State;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.people.People;

/** What a leader does in the own log. */
final class LogActions {
    private final Log log;
    private final LogCards cards;
    private final LogForms forms;
    private final WeeklyQuestion week;

    LogActions(People people, LeaderTools tools, Log log, WeeklyQuestion week) {
        this.log = log;
        this.cards = new LogCards(tools);
        this.forms = new LogForms(people, tools, log);
        this.week = week;
    }

    List<Handled<?>> actions() {
        return List.of(LeaderRoom.GOAL.by((here, _) -> new Reply.Open(forms.fresh(here, LogItem.Kind.GOAL))),
                LeaderRoom.GOAL_FORM.by((here, target) -> save(here, target, LogItem.Kind.GOAL)),
                LeaderRoom.ENTRY.by((here, _) -> new Reply.Open(forms.fresh(here, LogItem.Kind.ENTRY))),
                LeaderRoom.ENTRY_FORM.by((here, target) -> save(here, target, LogItem.Kind.ENTRY)),
                LeaderRoom.ITEM.by((here, id) -> new Reply.ToYou(item(here, id))),
                LeaderRoom.EDIT.by((here, id) -> new Reply.Open(forms.edit(here, log.opened(here, id)))),
                LeaderRoom.KEEP.by((here, id) -> settle(here, id, State.KEPT)),
                LeaderRoom.REOPEN.by((here, id) -> settle(here, id, State.OPEN)),
                LeaderRoom.RELEASE.by((here, id) -> release(log.opened(here, id))),
                LeaderRoom.RELEASED.by(this::release), LeaderRoom.SHOW.by((here, id) -> share(here, id, true)),
                LeaderRoom.HIDE.by((here, id) -> share(here, id, false)), LeaderRoom.DELETE.by(this::delete));
    }

    /** The log from its entry number {@code from} on. */
    Reply page(CallContext here, int from) {
        return new Reply.ToYou(cards.page(new LogCards.Page(here.team(),
                log.own(here.tx(), here.teamId(), here.person()), from, here.today(), week.ways(here))));
    }

    private Reply save(CallContext here, Target target, LogItem.Kind kind) {
        return forms.save(here, target, kind, kept -> new Reply.ToYou(LogCards.saved(kept.item(), kept.named(),
                kind == LogItem.Kind.GOAL ? week.begin(here) : "")));
    }

    private Reply settle(CallContext here, String id, State state) {
        var item = log.opened(here, id);
        log.settle(here.tx(), item, state, item.outcome().word(), here.now());
        return changed(here, id);
    }

    private static Reply release(LogItem item) {
        return new Reply.Open(ReleaseForm.form(LeaderRoom.RELEASED, item.id(), item.promise().orElse(""), item.shown()
                ? "Your team can read this next to the promise."
                : "It stays in your log.", item.outcome()));
    }

    private Reply release(CallContext here, String id) {
        var reading = new FormReader(here.submission().answers());
        var reason = ReleaseForm.read(reading);
        return reading.mend().orElseGet(() -> {
            log.settle(here.tx(), log.opened(here, id), State.RELEASED, reason, here.now());
            return changed(here, id);
        });
    }

    private Reply share(CallContext here, String id, boolean shown) {
        log.share(here.tx(), log.opened(here, id), shown, here.now());
        return changed(here, id);
    }

    private Reply delete(CallContext here, String id) {
        log.delete(here.tx(), log.opened(here, id));
        return new Reply.Replace(Card.saying("Deleted.").buttons(LogCards.log(here.teamId())));
    }

    private Reply changed(CallContext here, String id) {
        return new Reply.Replace(item(here, id));
    }

    private Card item(CallContext here, String id) {
        var item = log.opened(here, id);
        return cards.item(item, GoalLink.of(item).flatMap(goal -> log.own(here.tx(), goal, here.person()))
                .flatMap(LogItem::promise));
    }

    LogCards cards() {
        return cards;
    }
}
