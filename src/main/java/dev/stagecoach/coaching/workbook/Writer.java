package dev.stagecoach.coaching.workbook;

import java.time.Instant;

import dev.stagecoach.chat.Call;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.PersonId;

/**
 * Who fills a tool in, and when.
 *
 * @param guide the version of the guide that it is filled in on
 */
public record Writer(PersonId person, Instant at, String guide) {

    public static Writer of(Call.Submission sent, Guide guide) {
        return new Writer(sent.person(), sent.now(), guide.version());
    }
}
