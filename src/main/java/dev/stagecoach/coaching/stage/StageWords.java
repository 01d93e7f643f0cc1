package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Stage;

/** The guide's names in sentences about journeys. What a guide no longer has goes by its key. */
record StageWords(Guide guide) {

    String practice(String key) {
        return guide.practice(key).map(Practice::name).orElse(key);
    }

    String shortPractice(String key) {
        return guide.practice(key).map(Practice::shortName).orElse(key);
    }

    String stage(String key) {
        return guide.stage(key).map(Stage::name).orElse(key);
    }

    /** What the stage is about, in a sentence; empty where nothing is said. */
    Optional<String> gist(String stage) {
        return guide.stage(stage).map(Stage::gist).filter(gist -> !gist.isEmpty());
    }

    /** "from Explore to Plan", or "back from ..." where the guide has the stages the other way round. */
    String move(String from, String to) {
        var keys = guide.stages().stream().map(Stage::key).toList();
        var back = keys.contains(to) && keys.indexOf(to) < keys.indexOf(from);
        return (back ? "back from " : "from ") + stage(from) + " to " + stage(to);
    }

    static String day(Instant at, ZoneId zone) {
        return DateText.dayAndYear(at, zone);
    }
}
