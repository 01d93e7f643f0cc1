package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import dev.stagecoach.calendar.SchoolYear;
import dev.stagecoach.people.Retention;

/** How long something is kept; the figures are the settings'. */
enum Term {
    /** Where people placed something, and all that belongs to one answer: until some days after the school year. */
    RATINGS {
        @Override
        LocalDate before(Retention.Terms terms, LocalDate today) {
            return SchoolYear.of(today.minusDays(terms.ratingDays())).first();
        }
    },
    /** People's own words. */
    WRITING {
        @Override
        LocalDate before(Retention.Terms terms, LocalDate today) {
            return today.minusMonths(terms.writingMonths());
        }
    },
    /** What was counted and shown, and what keeps it from telling more. */
    FIGURES {
        @Override
        LocalDate before(Retention.Terms terms, LocalDate today) {
            return today.minusYears(terms.figureYears());
        }
    },
    /** Who looked at what. */
    ACCESS_LOG {
        @Override
        LocalDate before(Retention.Terms terms, LocalDate today) {
            return today.minusYears(terms.accessLogYears());
        }
    };

    /** Where a day begins last, so that no team's day is cut off. */
    private static final ZoneId ZONE = ZoneOffset.ofHours(-10);

    /** The first day that is still kept. */
    abstract LocalDate before(Retention.Terms terms, LocalDate today);

    /** What is older than this is over. */
    Instant before(Retention.Terms terms, Instant now) {
        return before(terms, day(now)).atStartOfDay(ZONE).toInstant();
    }

    /** The day as it is counted here. */
    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZONE);
    }
}
