package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.people.ChannelReaderStore.Reader;
import dev.stagecoach.people.ChannelReaderStore.ReaderConsent;
import dev.stagecoach.people.ReaderVote;
import dev.stagecoach.people.ResponseRate;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.TeamId;

/** What is said of a school leader who reads in the team's channel. */
final class ReaderCards {
    private static final String HELD = "Until you all agree, I keep your results and check-in counts out of the channel"
            + " and show them to each of you alone.";

    private ReaderCards() {}

    /**
     * Who looks.
     *
     * @param own what this person said, if anything
     */
    record Seen(Standing standing, Optional<ReaderConsent> own) {}

    /** In the channel: one sentence of what is so, one of what it means, and the ways on. */
    static Card notice(Reader reader, ReaderVote vote) {
        var title = reader.name() + " can read this channel";
        var card = Card.titled(title).heading(title)
                .text(Text.mentioning(reader.person()).plus(reader.leads()
                        ? " leads this team and is in this channel, so a school leader can read everything posted here."
                        : " belongs to another organization and is in this channel, so somebody outside your school "
                                + "can read everything posted here."))
                .text(vote.agreed() ? "The team has agreed to that." : HELD);
        return card.buttons(VisibilityRoom.OPEN.primary("Answer in private", reader.team()),
                ReaderActions.WAYS.button("Other ways", reader.team()))
                .footnote(count(vote) + " I do not tell anyone who said what.");
    }

    /** On the page of who sees what. */
    static Card reader(Card card, Reader reader, ReaderVote vote, Seen seen) {
        var standing = seen.standing();
        var told = card.text(Text.bolded(reader.name() + " can read your channel. ").plus(vote.agreed()
                ? "The team has agreed to that."
                : HELD)).footnote(count(vote));
        if (!standing.isMember()) {
            return told.buttons(ReaderActions.WAYS.button("Other ways", reader.team()));
        }
        var asked = new ReaderActions.Asked(reader.team(), reader.person());
        var fine = ReaderActions.FINE.button("Fine with me", asked);
        var not = ReaderActions.RATHER_NOT.button("Rather not", asked);
        var ways = ReaderActions.WAYS.button("Other ways", reader.team());
        return seen.own()
                .map(said -> told.text("You said " + (said.agrees() ? "that it is fine with you." : "rather not."))
                        .buttons(said.agrees() ? not : fine, ways))
                .orElseGet(() -> told.buttons(fine, not, ways));
    }

    static Card said(boolean agrees) {
        return Card.saying(agrees
                ? "Noted, in private: it is fine with you."
                : "Noted, in private: you would rather not. I do not tell anyone who said so.");
    }

    /** What a team can do about it. */
    static Card ways(List<Reader> readers, TeamId team) {
        if (readers.isEmpty()) {
            return Card.saying("Nobody outside your team can read your channel.");
        }
        var who = new ChannelAudience(readers.stream().map(Reader::name).toList()).names();
        return Card.titled("Three ways to handle it").heading("Three ways to handle it").bullets(List.of(
                Text.bolded("Agree to it. ").plus("Each member says in private whether it is fine. It counts once "
                        + "more than half have said so and nobody objects."),
                Text.bolded("Ask " + who + " to leave the channel. ").plus(readers.stream().anyMatch(Reader::leads)
                        ? "Nothing is lost: leaders can type /coach summary to see what is meant for them."
                        : "You can still share single things with them in a channel for both schools."),
                Text.bolded("Keep talking elsewhere. ").plus("In a private channel of your own, type /invite "
                        + "@Stagecoach and /coach setup to start a team with its own pages.")))
                .buttons(VisibilityRoom.OPEN.primary("Answer in private", team));
    }

    private static String count(ReaderVote vote) {
        return Text.capital(new ResponseRate(vote.answered(), vote.members()).soFar()) + " answered."
                + (vote.over() || vote.agreed() ? "" : " I count once everybody has, or a week after I asked.");
    }
}
