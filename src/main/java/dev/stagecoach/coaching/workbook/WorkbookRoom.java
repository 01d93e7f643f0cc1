package dev.stagecoach.coaching.workbook;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** The pages of every tool that the guide declares as one: a list of them, or one for each practice. */
public final class WorkbookRoom implements Room {
    private final List<Pages> all;

    public WorkbookRoom(People people, Guide guide) {
        this.all = guide.workbook().tools().stream()
                .flatMap(tool -> tool.page().map(page -> new Pages(people, guide, tool, page)).stream()).toList();
    }

    @Override
    public Feature feature() {
        return new Feature("workbook", all.stream().flatMap(pages -> pages.typed().stream()).toList(),
                all.stream().flatMap(pages -> pages.actions().stream()).toList());
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return all.stream().flatMap(pages -> pages.step(tx, team, standing).stream()).toList();
    }

    @Override
    public List<Section> sections(Transaction tx, Team team, Period period, View view) {
        return all.stream().flatMap(pages -> pages.news(tx, team, period, view).stream()).toList();
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        return all.stream().flatMap(pages -> pages.counted(tx, team, practice).stream()).toList();
    }
}
