package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.time.ZoneId;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Level;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Side;

/** The guide's names in sentences about rounds. A guide edited since then leaves keys and numbers readable. */
public record RoundWords(Guide guide) {

    /** The moment in each reader's zone, or in the given one where the chat service cannot. */
    static Text moment(Text before, Instant at, ZoneId zone) {
        return before.moment(at, plain(at, zone));
    }

    static String plain(Instant at, ZoneId zone) {
        return DateText.near(at, zone);
    }

    String shortName(String practice) {
        return guide.practice(practice).map(Practice::shortName).orElse(practice);
    }

    String name(String practice) {
        return guide.practice(practice).map(Practice::name).orElse(practice);
    }

    /** What a level is called. */
    public String level(int value) {
        return guide.levels().stream().filter(level -> level.value() == value).map(Level::name).findFirst()
                .orElse("level " + value);
    }

    /** "First miles", or "between First miles and Steady pace"; never a number. */
    public String median(Distribution.Median median) {
        return median.lower() == median.upper()
                ? level(median.lower())
                : "between " + level(median.lower()) + " and " + level(median.upper());
    }

    /** For example "students". */
    String side(Side side) {
        return guide.sides().of(side).who();
    }
}
