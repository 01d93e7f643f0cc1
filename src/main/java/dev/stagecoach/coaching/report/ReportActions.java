package dev.stagecoach.coaching.report;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.people.People;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Reading, writing, proposing and approving the report on the practice in focus. */
record ReportActions(Database database, People people, Reports reports) {
    static final String FORM = "report.write";
    private static final Reply NOT_READY = Reply.Refused
            .because("The team has no report for you to read yet. /coach plan shows you what it has planned.");
    private static final Reply UNWRITTEN = Reply.Refused
            .because("Please write your part of the report first. /coach report shows it.");
    private static final Reply CHANGED = Reply.Refused
            .because("The report has changed since this was proposed. /coach report shows it as it is now.");
    private static final Reply OWN = Reply.Refused
            .because("This is your own proposal, so another member or a coach confirms it.");
    private static final Reply GONE = Reply.Refused
            .because("I cannot find this report. /coach report shows the present one.");

    Reply show(Call call, TeamId team) {
        return database.read(tx -> TeamAtWork.reading(tx, people, team, call.person(), here -> page(tx, here, call)));
    }

    private Reply page(Transaction tx, TeamAtWork here, Call call) {
        var cards = cards();
        var approved = reports.approved(tx, here.team().id(), here.practice());
        if (!here.mayWrite()) {
            return approved.<Reply>map(one -> new Reply.ToYou(cards.approved(one))).orElse(NOT_READY);
        }
        var written = reports.written(tx, here.team().id(), here.practice()).isPresent();
        return new Reply.ToYou(reports.proposed(tx, here.team().id(), here.practice())
                .map(one -> cards.proposed(here.team().id(), one, one.by().equals(call.person())))
                .orElseGet(() -> cards.draft(here.team().id(), reports.lines(tx, here, call.now()),
                        new ReportCards.State(written, approved.isPresent()))));
    }

    Reply write(Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(), here -> {
            var entries = reports.written(tx, here.team().id(), here.practice()).map(Filled::entries)
                    .orElse(Entries.EMPTY);
            return new Reply.Open(form().open(reports.target(tx, here.team().id(), here.practice()), entries));
        }));
    }

    /** The form's practice counts, which may no longer be the one in focus; its id is the report's own all the same. */
    Reply written(Call.Submission sent) {
        return Target.parse(sent.context()).map(target -> database.write(tx -> TeamAtWork.writing(tx, people,
                target.team(), sent.person(), here -> new ToolSubmissions(people, reports.filled(), form())
                        .save(tx, sent, target, _ -> kept(tx, target)))))
                .orElse(GONE);
    }

    /** A changed report is approved no more; one saved as it was stays approved. */
    private Reply kept(Transaction tx, Target target) {
        if (reports.approved(tx, target.team(), target.practice()).isEmpty()) {
            reports.close(tx, target.team(), target.practice());
        }
        return new Reply.ToYou(Card.saying("Saved. Leaders read it once two of you agree to this version.")
                .buttons(Button.of("Look at the report", ReportRoom.OPEN, target.team().value())));
    }

    Reply propose(Call.Click click) {
        return withTwo(click, (tx, here, id) -> reports.written(tx, here.team().id(), here.practice()).map(report -> {
            reports.propose(tx, here, report, id, click.now());
            return page(tx, here, click);
        }).orElse(UNWRITTEN));
    }

    Reply confirm(Call.Click click) {
        return withTwo(click, (tx, here, id) -> {
            if (reports.approved(tx, here.team().id(), here.practice()).filter(one -> one.id().equals(id))
                    .isPresent()) {
                return page(tx, here, click);
            }
            var proposed = reports.proposed(tx, here.team().id(), here.practice())
                    .filter(one -> one.id().equals(id));
            if (proposed.isEmpty()) {
                return CHANGED;
            }
            if (proposed.get().by().equals(click.person())) {
                return OWN;
            }
            reports.confirm(tx, proposed.get(), click.person(), click.now());
            return page(tx, here, click);
        });
    }

    Reply close(Call.Click click) {
        return database.write(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(), here -> {
            reports.close(tx, here.team().id(), here.practice());
            return page(tx, here, click);
        }));
    }

    /** The value is the team and the approval that is meant. */
    private Reply withTwo(Call.Click click, Work work) {
        var parts = click.value().split(" ", -1);
        return parts.length == 2
                ? database.write(tx -> TeamAtWork.writing(tx, people, new TeamId(parts[0]), click.person(),
                        here -> work.with(tx, here, parts[1])))
                : GONE;
    }

    /** What is done about an approval. */
    @FunctionalInterface
    private interface Work {
        Reply with(Transaction tx, TeamAtWork here, String approval);
    }

    private ToolForm form() {
        return new ToolForm(reports.draft().guide(), reports.draft().tool(), FORM, "Your part of the report");
    }

    private ReportCards cards() {
        return new ReportCards(reports.draft().tool().name());
    }
}
