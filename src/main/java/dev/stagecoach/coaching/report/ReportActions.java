package dev.stagecoach.coaching.report;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.coaching.workbook.ToolSubmissions;
import dev.stagecoach.people.People;
import dev.stagecoach.storage.Transaction;

/** Reading, writing, proposing and approving the report on the practice in focus. */
record ReportActions(People people, Reports reports) {
    private static final Reply NOT_READY = Reply.Refused
            .because("The team has no report for you to read yet. /coach plan shows you what it has planned.");
    private static final Reply UNWRITTEN = Reply.Refused
            .because("Please write your part of the report first. /coach report shows it.");
    private static final Reply CHANGED = Reply.Refused
            .because("The report has changed since this was proposed. /coach report shows it as it is now.");
    private static final Reply OWN = Reply.Refused
            .because("This is your own proposal, so another member or a coach needs to confirm it.");

    Reply page(CallContext here) {
        var cards = cards();
        var approved = reports.approved(here.tx(), here.teamId(), here.chosenPractice());
        if (!here.mayWrite()) {
            return approved.<Reply>map(one -> new Reply.ToYou(cards.approved(one, here.team().zone())))
                    .orElse(NOT_READY);
        }
        var written = reports.written(here.tx(), here.teamId(), here.chosenPractice()).isPresent();
        return new Reply.ToYou(reports.proposed(here.tx(), here.teamId(), here.chosenPractice())
                .map(one -> cards.proposed(here.teamId(), one, one.by().equals(here.person())))
                .orElseGet(() -> cards.draft(here.teamId(), reports.lines(here),
                        new ReportCards.State(written, approved.isPresent()))));
    }

    Reply write(CallContext here) {
        var entries = reports.written(here.tx(), here.teamId(), here.chosenPractice()).map(Filled::entries)
                .orElse(Entries.EMPTY);
        return new Reply.Open(form().open(reports.target(here.tx(), here.teamId(), here.chosenPractice()), entries));
    }

    /** The form's practice counts, which may no longer be the one in focus. */
    Reply written(CallContext here, Target target) {
        return new ToolSubmissions(people, Reports.FILLED, form()).guarded(here, target,
                _ -> kept(here.tx(), target));
    }

    /** A changed report is approved no more; one saved as it was stays approved. */
    private Reply kept(Transaction tx, Target target) {
        if (reports.approved(tx, target.team(), target.practice()).isEmpty()) {
            reports.close(tx, target.team(), target.practice());
        }
        return new Reply.ToYou(Card.saying("Saved. Leaders can read it once two of you agree to this version.")
                .buttons(ReportRoom.OPEN.button("Look at the report", target.team())));
    }

    Reply propose(CallContext here, Begun approval) {
        return reports.written(here.tx(), here.teamId(), here.chosenPractice()).map(report -> {
            reports.propose(here, report, approval.id());
            return page(here);
        }).orElse(UNWRITTEN);
    }

    Reply confirm(CallContext here, Begun approval) {
        var practice = here.chosenPractice();
        if (reports.approved(here.tx(), here.teamId(), practice).filter(one -> one.id().equals(approval.id()))
                .isPresent()) {
            return page(here);
        }
        var proposed = reports.proposed(here.tx(), here.teamId(), practice)
                .filter(one -> one.id().equals(approval.id()));
        if (proposed.isEmpty()) {
            return CHANGED;
        }
        if (proposed.get().by().equals(here.person())) {
            return OWN;
        }
        reports.confirm(here.tx(), proposed.get(), here.person(), here.now());
        return page(here);
    }

    Reply close(CallContext here) {
        reports.close(here.tx(), here.teamId(), here.chosenPractice());
        return page(here);
    }

    private ToolForm form() {
        return new ToolForm(reports.draft().guide(), reports.draft().tool(), ReportRoom.WRITTEN.id(),
                "Your part of the report");
    }

    private ReportCards cards() {
        return new ReportCards(reports.draft().tool().name());
    }
}
