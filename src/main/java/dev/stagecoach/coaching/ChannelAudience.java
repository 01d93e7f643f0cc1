package dev.stagecoach.coaching;

import java.util.List;

import dev.stagecoach.chat.Text;
import dev.stagecoach.people.ChannelReaderStore.Reader;
import dev.stagecoach.people.People;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * Who reads what is posted in a team's channel, in words for the form that posts it: said before, not after.
 *
 * @param leaders names of the school leaders who are in the channel now
 */
public record ChannelAudience(List<String> leaders) {
    public ChannelAudience {
        leaders = List.copyOf(leaders);
    }

    public static ChannelAudience of(Transaction tx, People people, TeamId team) {
        return new ChannelAudience(people.readers().of(tx, team).stream().map(Reader::name).toList());
    }

    /** Only those leaders to whose reading the team has agreed. */
    public static ChannelAudience agreed(Transaction tx, People people, TeamId team) {
        return new ChannelAudience(people.readers().of(tx, team).stream()
                .filter(reader -> people.readers().vote(tx, team, reader.person()).agreed()).map(Reader::name)
                .toList());
    }

    /** Reads within a sentence: "your team's channel, which Principal Oakley can read too". */
    public String channel() {
        return "your team's channel" + also();
    }

    /** What to put behind a channel that is named already; empty where no leader reads there. */
    public String also() {
        return leaders.isEmpty() ? "" : ", which " + names() + " can read too";
    }

    /** "Principal Oakley and Dr. Moss". */
    public String names() {
        return Text.listed(leaders);
    }
}
