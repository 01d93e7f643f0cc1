package dev.stagecoach.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static dev.stagecoach.guide.YamlNode.CHOICES;
import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.PARAGRAPH;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Turns the passages of the guide files into the guide, and refuses what could not be shown or answered later. */
final class GuideReading {
    private static final int SHORT_NAME = 24;
    /** The form's line below a level. */
    private static final int BRIEF = 75;
    private static final List<String> RHYTHMS = List.of("weekly", "monthly");
    static final List<String> AUDIENCES = List.of("member", "team", "coach", "leader");

    private final YamlNode top;
    private final YamlNode practices;
    private final YamlNode stages;
    private final YamlNode checkins;
    private final YamlNode goal;

    GuideReading(Pages pages) {
        top = pages.page("guide");
        practices = pages.page("practices");
        stages = pages.page("stages");
        checkins = pages.page("checkins");
        goal = pages.page("goal");
    }

    Guide guide(String content) {
        top.withKeys("name", "source", "version", "levels", "cannot_say", "sides", "words");
        var levels = levels();
        var read = practices.items(CHOICES).stream().map(item -> practice(item, levels.size())).toList();
        practices.distinct(read, Practice::key);
        practices.distinct(read, Practice::shortName);
        var steps = stages.items().stream().map(StageReading::stage).toList();
        stages.distinct(steps, Stage::key);
        stages.distinct(steps.stream().flatMap(step -> step.prompts().stream()).toList(), Prompt::id);
        var sets = checkins.items().stream().map(item -> checkinSet(item, steps, read.size())).toList();
        checkins.distinct(sets, CheckinSet::key);
        checkins.items().stream().filter(item -> item.has("instead")).forEach(item -> item.at("instead")
                .reference("set", "check-in set", sets.stream().map(CheckinSet::key).toList()));
        return new Guide(top.text("name", NAME), top.text("source", SENTENCE),
                top.text("version", 40) + "-" + content, levels, top.text("cannot_say", NAME),
                read, steps, sets, goal(), sides(), Workbook.NONE);
    }

    private Sides sides() {
        var both = top.at("sides").withKeys("student", "system");
        var words = top.at("words").withKeys("person", "group", "lesson");
        return new Sides(words(both.at("student")), words(both.at("system")), words.text("person", SHORT_NAME),
                words.text("group", SHORT_NAME), words.text("lesson", SHORT_NAME));
    }

    private static Sides.Words words(YamlNode item) {
        item.withKeys("doing", "who");
        return new Sides.Words(item.text("doing", NAME), item.text("who", SHORT_NAME));
    }

    private List<Level> levels() {
        var items = top.at("levels").items(CHOICES - 1);
        if (items.size() < 2) {
            throw top.at("levels").refuse("a scale needs at least two levels");
        }
        var levels = new ArrayList<Level>();
        for (var item : items) {
            item.withKeys("value", "key", "name", "gist");
            if (item.number("value") != levels.size() + 1) {
                throw item.at("value").refuse("levels count 1, 2, 3 from the top");
            }
            levels.add(new Level(item.number("value"), item.key("key"), item.text("name", NAME),
                    item.text("gist", SENTENCE)));
        }
        top.at("levels").distinct(levels, Level::key);
        return levels;
    }

    private static Practice practice(YamlNode item, int levels) {
        item.withKeys("key", "name", "short_name", "aliases", "from", "to", "shift", "student", "system", "look_fors",
                "next_steps", "lens");
        var nextSteps = item.texts("next_steps", SENTENCE);
        sameNumber(item.at("next_steps"), nextSteps, levels - 1, "one for each move from level to level");
        var aliases = item.has("aliases") ? item.texts("aliases", NAME) : List.<String>of();
        return new Practice(item.key("key"), item.text("name", NAME), item.text("short_name", SHORT_NAME), aliases,
                item.text("from", NAME), item.text("to", NAME), item.text("shift", SENTENCE),
                continuum(item.at("student"), levels), continuum(item.at("system"), levels),
                item.texts("look_fors", SENTENCE), nextSteps, item.texts("lens", SENTENCE));
    }

    private static Practice.Continuum continuum(YamlNode item, int levels) {
        item.withKeys("indicator", "levels", "brief");
        var full = item.texts("levels", PARAGRAPH);
        sameNumber(item.at("levels"), full, levels, "one for each level");
        var brief = item.texts("brief", BRIEF);
        sameNumber(item.at("brief"), brief, levels, "one for each level");
        return new Practice.Continuum(item.text("indicator", SENTENCE), full, brief);
    }

    private static void sameNumber(YamlNode place, List<String> found, int wanted, String why) {
        if (found.size() != wanted) {
            throw place.refuse("has " + found.size() + " entries and needs " + wanted + ", " + why);
        }
    }

    private static CheckinSet checkinSet(YamlNode item, List<Stage> stages, int practices) {
        item.withKeys("key", "name", "stage", "cadence", "for", "questions", "rhythm", "instead");
        var stage = item.text("stage", SENTENCE);
        var known = Stream.concat(Stream.of("any"), stages.stream().map(Stage::key)).toList();
        for (var one : stage.split(",", -1)) {
            if (!known.contains(one.strip())) {
                throw item.at("stage")
                        .refuse("'" + one.strip() + "' is no stage; known are " + String.join(", ", known));
            }
        }
        var questions = item.at("questions").items().stream().map(one -> question(one, practices)).toList();
        item.at("questions").distinct(questions, CheckinSet.Question::key);
        return new CheckinSet(item.key("key"), item.text("name", NAME), stage, item.text("cadence", SENTENCE),
                item.oneOf("for", AUDIENCES), questions,
                new CheckinSet.Rhythm(item.has("rhythm") && item.oneOf("rhythm", RHYTHMS).equals("monthly"),
                        item.has("instead") ? Optional.of(instead(item.at("instead"))) : Optional.empty()));
    }

    private static CheckinSet.Instead instead(YamlNode item) {
        item.withKeys("every", "set");
        var every = item.number("every");
        if (every < 2) {
            throw item.at("every").refuse("must be 2 or more, or the set itself would never come");
        }
        return new CheckinSet.Instead(every, item.key("set"));
    }

    private static CheckinSet.Question question(YamlNode item, int practices) {
        item.withKeys("key", "kind", "text", "options", "lead");
        var kind = item.oneOf("kind", CheckinSet.Kind.values());
        var options = switch (kind) {
            case CHOICE, SCALE -> options(item, practices);
            case N_OF_M, LINE, NUMBER, LIST -> noOptions(item, kind);
        };
        var lead = item.has("lead") ? Optional.of(lead(item.at("lead"), options)) : Optional.<CheckinSet.Lead>empty();
        return new CheckinSet.Question(item.key("key"), kind, item.text("text", SENTENCE), options, lead);
    }

    private static CheckinSet.Lead lead(YamlNode item, List<String> options) {
        item.withKeys("option", "to");
        return new CheckinSet.Lead(item.reference("option", "option", options),
                item.oneOf("to", CheckinSet.Way.values()));
    }

    private static List<String> options(YamlNode item, int practices) {
        var options = item.texts("options", NAME);
        var shown = options.stream().mapToInt(option -> option.equals("{practices}") ? practices : 1).sum();
        if (shown > CHOICES) {
            throw item.at("options").refuse("shows " + shown + " choices; at most " + CHOICES + " fit");
        }
        item.at("options").distinct(options, option -> option);
        return options;
    }

    private static List<String> noOptions(YamlNode item, CheckinSet.Kind kind) {
        if (item.has("options")) {
            throw item.at("options")
                    .refuse("only a choice or a scale has options, not " + kind.name().toLowerCase(Locale.ROOT));
        }
        return List.of();
    }

    private GoalCanvas goal() {
        goal.withKeys("reaches", "checks", "ladder");
        var rungs = goal.at("ladder").items().stream().map(item -> {
            item.withKeys("value", "meaning");
            return new GoalCanvas.Rung(item.number("value"), item.text("meaning", NAME));
        }).toList();
        var values = rungs.stream().map(GoalCanvas.Rung::value).toList();
        if (!values.equals(IntStream.rangeClosed(-2, 2).boxed().toList())) {
            throw goal.at("ladder").refuse("needs the values -2, -1, 0, 1, 2 in this order, not " + values);
        }
        return new GoalCanvas(goal.texts("reaches", NAME), goal.texts("checks", SENTENCE), rungs);
    }
}
