package dev.stagecoach.coaching.baseline;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.stage.PracticeLookup;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Saying what comes first. */
final class PriorityActions {
    private final Database database;
    private final People people;
    private final Guide guide;

    PriorityActions(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
    }

    Reply open(Call.Click click) {
        return database.read(tx -> {
            var team = lookup().team(tx, click.value(), click.person());
            return team.<Reply>map(one -> {
                var present = Priorities.of(tx, people.gate(), one.id());
                return new Reply.Open(Priorities.form(guide).open(Priorities.target(one.id(), present),
                        present.map(before -> before.filled().entries()).orElse(Entries.EMPTY)));
            }).orElse(PracticeLookup.OUTSIDERS);
        });
    }

    /** @param page shows the baseline as it is now */
    Reply save(Call.Submission sent, Page page) {
        return database.write(tx -> Target.parse(sent.context())
                .filter(target -> lookup().team(tx, target.team().value(), sent.person()).isPresent()).map(target -> {
                    var form = Priorities.form(guide);
                    var reading = new FormReader(sent.answers());
                    var entries = Priorities.read(form, reading, sent.answers());
                    var submissions = new ToolSubmissions(people, Priorities.store(), form);
                    return reading.mend().or(() -> submissions.warning(tx, sent, target, entries))
                            .orElseGet(() -> submissions.keep(tx, sent, target, entries,
                                    _ -> new Reply.ToYou(page.of(tx, target.team(), sent.person()))));
                }).orElse(PracticeLookup.OUTSIDERS));
    }

    /** How the baseline is shown. */
    interface Page {
        Card of(Transaction tx, TeamId team, PersonId person);
    }

    private PracticeLookup lookup() {
        return new PracticeLookup(people, guide);
    }
}
