package dev.stagecoach.coaching.leader;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.NameSpotter;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Takes in what a leader writes. Who may send it in, the room has checked. */
final class LogForms {
    private final People people;
    private final LeaderTools tools;
    private final Log log;

    LogForms(People people, LeaderTools tools, Log log) {
        this.people = people;
        this.tools = tools;
        this.log = log;
    }

    /** An empty form, tied to the practice that the team takes up. */
    Form fresh(CallContext here, LogItem.Kind kind) {
        var practice = here.practice().orElse("");
        var known = switch (kind) {
            case GOAL -> tools.guide().practice(practice).isPresent()
                    ? new Entries(Map.of("practice", List.of(practice)))
                    : Entries.EMPTY;
            case ENTRY -> new Entries(Map.of(LogItem.ON, List.of(here.today().toString())));
        };
        var goals = goals(here, kind);
        return ShareChoice.asked(GoalLink.asked(tools.form(kind).open(Target.fresh(here.teamId(), practice), known),
                goals, GoalLink.usual(goals)), tools.tool(kind), false,
                Readership.of(here, people, DataKind.LEADER_LOG).line(false));
    }

    Form edit(CallContext here, LogItem item) {
        var form = tools.form(item.kind()).open(Target.of(item.filled()), item.filled().entries());
        return ShareChoice.asked(GoalLink.asked(form, goals(here, item.kind()), GoalLink.of(item)),
                tools.tool(item.kind()), item.shown(),
                Readership.of(here, people, DataKind.LEADER_LOG).line(item.shown()));
    }

    /** What an entry can be for: the leader's own goals in the team. */
    private List<LogItem> goals(CallContext here, LogItem.Kind kind) {
        return switch (kind) {
            case GOAL -> List.of();
            case ENTRY -> log.goals(here.tx(), here.teamId(), here.person());
        };
    }

    /**
     * What was kept.
     *
     * @param named whose names keep it from being shown
     * @param first whether it was not there before
     */
    record Kept(LogItem item, List<String> named, boolean first) {}

    Reply save(CallContext here, Target target, LogItem.Kind kind, Function<Kept, Reply> then) {
        var form = tools.form(kind);
        var sent = here.submission();
        var reading = new FormReader(sent.answers());
        var shown = ShareChoice.wanted(reading);
        var entries = GoalLink.read(reading, goals(here, kind), form.read(reading, sent.answers()));
        tools.mendBarrier(reading, entries);
        return reading.mend().orElseGet(() -> new ToolSubmissions(people, Log.store(kind), form)
                .keep(here.tx(), sent, target, entries, kept -> {
                    var unchanged = kept.filled().version().number() == target.seen();
                    return then.apply(unchanged && shown && kept.filled().shared().isPresent()
                            ? new Kept(item(here.tx(), kind, kept.filled()), List.of(), false)
                            : shared(here, kind, kept, shown));
                }));
    }

    /** Shown to the team, unless somebody of the team is named in it: then its leader is asked first. */
    private Kept shared(CallContext here, LogItem.Kind kind, FilledStore.Saved.Kept kept, boolean shown) {
        var filled = kept.filled();
        var named = shown
                ? new NameSpotter(colleagues(here.tx(), filled.team())).in(LogItem.typed(filled.entries()))
                : List.<String>of();
        var item = item(here.tx(), kind, filled);
        log.share(here.tx(), item, shown && named.isEmpty(), here.now());
        return new Kept(log.own(here.tx(), filled.id(), filled.author()).orElse(item), named, kept.first());
    }

    private LogItem item(Transaction tx, LogItem.Kind kind, Filled filled) {
        return new LogItem(kind, filled, log.outcomes().of(tx, filled));
    }

    private List<String> colleagues(Transaction tx, TeamId team) {
        return people.members().of(tx, team).stream().filter(member -> member.role() != Role.LEADER).map(Member::name)
                .toList();
    }
}
