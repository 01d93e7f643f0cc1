package dev.stagecoach.coaching.continuum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** The standards that a team has linked to a practice's continuum, a line each. */
record Standards(List<String> lines, Optional<Filled> filled) {
    private static final String KEY = "standards";
    private static final String LINES = "lines";
    private static final String KNOWN = "known";
    private static final int MOST = 20;
    private static final int LONGEST = 200;
    private static final int LONGEST_TYPED = 1_000;
    private static final Tool TOOL = new Tool(KEY, "Our standards",
            "Which of your standards does this continuum match? It connects words; nobody gets a score from it.",
            "",
            List.of(new Tool.Field(LINES, Tool.Kind.TEXT, "Others, one per line", "", List.of(), true)));
    private static final FilledStore STORE = new FilledStore(KEY, DataKind.TEAM_GOAL);

    static FilledStore store() {
        return STORE;
    }

    static Standards of(Transaction tx, PrivacyGate gate, TeamId team, String practice) {
        var filled = gate.openTo(View.TEAM, STORE.find(tx, id(team, practice)).stream().toList()).stream().findFirst();
        return new Standards(filled.map(one -> one.entries().many(LINES)).orElse(List.of()), filled);
    }

    private static String id(TeamId team, String practice) {
        return team + "/" + KEY + "/" + practice;
    }

    static ToolForm form(Guide guide) {
        return new ToolForm(guide, TOOL, ContinuumRoom.STANDARDS.id(), "Link standards");
    }

    /** Items of known frameworks to choose from, and lines of one's own. */
    Form open(Guide guide, TeamId team, Practice practice) {
        var known = known(guide, practice);
        var typed = String.join("\n", lines.stream().filter(line -> !known.contains(line)).toList());
        var target = filled.map(Target::of).orElseGet(() -> new Target(team, practice.key(),
                id(team, practice.key()), 0));
        var form = form(guide).open(target, Entries.EMPTY.with(LINES, typed));
        var fields = new ArrayList<>(form.fields());
        if (!known.isEmpty()) {
            var options = IntStream.range(0, known.size())
                    .mapToObj(i -> Field.Option.of(Integer.toString(i), known.get(i))).toList();
            fields.add(1, new Field.PickMany(KNOWN, "From frameworks you may use", "", true, options,
                    IntStream.range(0, known.size()).filter(i -> lines.contains(known.get(i)))
                            .mapToObj(Integer::toString).toList(),
                    known.size()));
        }
        return form.with(fields);
    }

    static List<String> known(Guide guide, Practice practice) {
        return guide.workbook().crosswalk().of(practice.key()).stream()
                .flatMap(meeting -> meeting.items().stream().map(item -> meeting.framework().name() + ": " + item))
                .toList();
    }

    static Entries read(Guide guide, Practice practice, FormReader reading, Answers answers) {
        var known = known(guide, practice);
        var chosen = answers.many(KNOWN).stream().filter(value -> value.matches("\\d{1,3}")).map(Integer::valueOf)
                .filter(i -> i < known.size()).map(known::get);
        var typed = reading.optional(LINES, LONGEST_TYPED).lines().map(String::strip).filter(line -> !line.isEmpty())
                .toList();
        if (typed.stream().anyMatch(line -> line.length() > LONGEST)) {
            reading.mend(LINES, "Please keep each line to " + LONGEST + " characters.");
        }
        var lines = Stream.concat(chosen, typed.stream()).distinct().toList();
        if (lines.size() > MOST) {
            reading.mend(LINES, "Please link at most " + MOST + " standards; these are " + lines.size() + ".");
        }
        return lines.isEmpty() ? Entries.EMPTY : new Entries(Map.of(LINES, lines));
    }
}
