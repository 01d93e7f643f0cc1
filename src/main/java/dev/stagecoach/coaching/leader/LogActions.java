package dev.stagecoach.coaching.leader;

import java.util.Map;
import java.util.function.Function;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Commitment.State;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.people.Insider;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** What a leader does in the own log. Whoever does not lead the team at that moment is refused. */
final class LogActions {
    private static final Reply LEADERS_ONLY = Reply.Refused.because("A team's leaders keep this log. /coach log shows"
            + " what yours have promised.");
    private static final Reply GONE = Reply.Refused.because("This is not in your log any more. /coach log shows what"
            + " is.");

    private final Database database;
    private final People people;
    private final Log log;
    private final LogCards cards;
    private final LogForms forms;
    private final WeeklyQuestion week;

    LogActions(Database database, People people, LeaderTools tools, Log log, WeeklyQuestion week) {
        this.database = database;
        this.people = people;
        this.log = log;
        this.cards = new LogCards(tools);
        this.forms = new LogForms(people, tools, log);
        this.week = week;
    }

    Map<String, Function<Call.Click, Reply>> clicks() {
        return Map.of(LeaderRoom.GOAL, click -> fresh(click, LogItem.Kind.GOAL),
                LeaderRoom.ENTRY, click -> fresh(click, LogItem.Kind.ENTRY), LeaderRoom.ITEM, this::item,
                LeaderRoom.EDIT, this::edit, LeaderRoom.KEEP, click -> settle(click, State.KEPT), LeaderRoom.REOPEN,
                click -> settle(click, State.OPEN), LeaderRoom.RELEASE, this::releasing, LeaderRoom.SHOW,
                click -> share(click, true), LeaderRoom.HIDE, click -> share(click, false), LeaderRoom.DELETE,
                this::delete);
    }

    /** Those of the weekly question. */
    Map<String, Function<Call.Click, Reply>> weekly() {
        return Map.of(WeeklyQuestion.START,
                click -> database.write(tx -> leading(tx, new TeamId(click.value()), click.person(),
                        team -> week.start(tx, team, click.person(), click.now()))),
                WeeklyQuestion.STOP,
                click -> database.write(tx -> week.stop(tx, click)));
    }

    Map<String, Function<Call.Submission, Reply>> forms() {
        return Map.of(LeaderRoom.GOAL_FORM, sent -> save(sent, LogItem.Kind.GOAL), LeaderRoom.ENTRY_FORM,
                sent -> save(sent, LogItem.Kind.ENTRY), ReleaseForm.ID, this::release);
    }

    /** The log from its entry number {@code from} on. */
    Reply page(Transaction tx, Team team, PersonId leader, int from, Call call) {
        return new Reply.ToYou(cards.page(new LogCards.Page(team, log.own(tx, team.id(), leader), from,
                call.now().atZone(team.zone()).toLocalDate(), week.ways(tx, team, leader))));
    }

    private Reply fresh(Call.Click click, LogItem.Kind kind) {
        return database.read(tx -> leading(tx, new TeamId(click.value()), click.person(), team -> new Reply.Open(
                forms.fresh(tx, team, kind, click.now().atZone(team.zone()).toLocalDate()))));
    }

    private Reply save(Call.Submission sent, LogItem.Kind kind) {
        return Target.parse(sent.context())
                .map(target -> database.write(tx -> leading(tx, target.team(), sent.person(), team -> forms.save(tx,
                        sent,
                        target, kind, kept -> new Reply.ToYou(LogCards.saved(kept.item(), kept.named(),
                                kind == LogItem.Kind.GOAL ? week.begin(tx, team, sent.person(), sent.now()) : ""))))))
                .orElse(GONE);
    }

    private Reply item(Call.Click click) {
        return database.read(tx -> owning(tx, click.value(), click.person(),
                item -> new Reply.ToYou(cards.item(item))));
    }

    private Reply edit(Call.Click click) {
        return database.read(tx -> owning(tx, click.value(), click.person(),
                item -> new Reply.Open(forms.edit(item))));
    }

    private Reply settle(Call.Click click, State state) {
        return database.write(tx -> owning(tx, click.value(), click.person(), item -> {
            if (state == State.OPEN) {
                log.outcomes().reopen(tx, item.id());
            } else {
                log.settle(tx, item, state, item.outcome().word(), click.now());
            }
            return changed(tx, item, click.person());
        }));
    }

    private Reply releasing(Call.Click click) {
        return database.read(tx -> owning(tx, click.value(), click.person(),
                item -> new Reply.Open(ReleaseForm.form(item))));
    }

    private Reply release(Call.Submission sent) {
        var reading = new FormReader(sent.answers());
        var reason = ReleaseForm.read(reading);
        return reading.mend().orElseGet(() -> database.write(tx -> owning(tx, sent.context(), sent.person(), item -> {
            log.settle(tx, item, State.RELEASED, reason, sent.now());
            return changed(tx, item, sent.person());
        })));
    }

    private Reply share(Call.Click click, boolean shown) {
        return database.write(tx -> owning(tx, click.value(), click.person(), item -> {
            log.share(tx, item, shown, click.now());
            return changed(tx, item, click.person());
        }));
    }

    private Reply delete(Call.Click click) {
        return database.write(tx -> owning(tx, click.value(), click.person(), item -> {
            log.delete(tx, item);
            return new Reply.Replace(Card.saying("Deleted.").buttons(LogCards.log(item.filled().team())));
        }));
    }

    private Reply changed(Transaction tx, LogItem item, PersonId leader) {
        return log.own(tx, item.id(), leader).<Reply>map(now -> new Reply.Replace(cards.item(now))).orElse(GONE);
    }

    private Reply leading(Transaction tx, TeamId id, PersonId person, Function<Team, Reply> work) {
        return Insider.of(tx, people, id, person).filter(here -> here.standing().isLeader()).map(Insider::team)
                .map(work).orElse(LEADERS_ONLY);
    }

    private Reply owning(Transaction tx, String id, PersonId person, Function<LogItem, Reply> work) {
        return log.own(tx, id, person).map(work).orElse(GONE);
    }

    LogCards cards() {
        return cards;
    }
}
