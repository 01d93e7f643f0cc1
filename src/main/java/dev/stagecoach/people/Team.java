package dev.stagecoach.people;

import java.time.ZoneId;

/**
 * A team of educators and its channel.
 *
 * @param zone the zone of everything that happens in the channel
 * @param meeting the team's own weekly meeting
 * @param checkinWeeks check-ins every so many weeks, 0 for none
 * @param summary when the weekly evidence summary is posted
 * @param summaryOn whether it is posted at all
 */
public record Team(TeamId id, ChannelId channel, String name, String school, ZoneId zone, Meeting meeting,
        int checkinWeeks, Meeting summary, boolean summaryOn) {
    public Team {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a team needs a name");
        }
        if (checkinWeeks < 0 || checkinWeeks > 4) {
            throw new IllegalArgumentException("check-ins come every 1 to 4 weeks, or never (0), not " + checkinWeeks);
        }
    }
}
