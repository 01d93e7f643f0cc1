package dev.stagecoach.people;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.storage.Transaction;

/** The one way to personal data: who asks is held against {@link Visibility} each time, with the role of that moment. */
public final class PrivacyGate {
    private final MemberStore members;
    private final AccessLog log;

    public PrivacyGate(MemberStore members, AccessLog log) {
        this.members = members;
        this.log = log;
    }

    /** Who came through the gate. */
    public AccessLog log() {
        return log;
    }

    /** The content where the viewer may see it, else empty; that somebody else saw what is one person's is noted. */
    public <T> Optional<T> open(Transaction tx, PersonId viewer, Confidential<T> closed) {
        var view = view(tx, viewer, closed);
        if (!mayRead(tx, viewer, view, closed)) {
            return Optional.empty();
        }
        if (view != View.AUTHOR && closed.kind().ofOnePerson()) {
            log.note(AccessEntry.looked(closed.team(), viewer, closed.kind(), closed.author()));
        }
        return Optional.of(closed.content());
    }

    /**
     * Who of the team can see it now besides its author, in the order of their names.
     *
     * @param shownTo the same as one reader would get it
     */
    public List<Member> readers(Transaction tx, List<Member> team, Confidential<?> closed,
            Function<PersonId, Confidential<?>> shownTo) {
        return team.stream().filter(member -> !member.person().equals(closed.author()))
                .filter(member -> mayRead(tx, member.person(), View.of(member.role()), shownTo.apply(member.person())))
                .sorted(Comparator.comparing(Member::name)).toList();
    }

    private boolean mayRead(Transaction tx, PersonId viewer, View view, Confidential<?> closed) {
        return Visibility.mayRead(closed.kind(), view, closed.sharing())
                && (view == View.AUTHOR || wasThere(tx, viewer, closed));
    }

    /** The contents that the viewer may see, in their order. */
    public <T> List<T> openAll(Transaction tx, PersonId viewer, List<Confidential<T>> closed) {
        return closed.stream().flatMap(one -> open(tx, viewer, one).stream()).toList();
    }

    /**
     * The contents that may be shown to all who look from there, for what a team or a channel reads: nobody in
     * particular looks, and nothing is noted.
     */
    public <T> List<T> openTo(View view, List<Confidential<T>> closed) {
        if (view == View.AUTHOR) {
            throw new IllegalArgumentException("an author's view needs the author");
        }
        return closed.stream().filter(one -> Visibility.mayRead(one.kind(), view, one.sharing()))
                .map(Confidential::content).toList();
    }

    /** What was said among those who were there is not opened to somebody who came, or took another role, later. */
    private boolean wasThere(Transaction tx, PersonId viewer, Confidential<?> closed) {
        return closed.sharing().said()
                .map(said -> members.hasHadRole(tx, new Part(closed.team(), viewer), said)).orElse(true);
    }

    private View view(Transaction tx, PersonId viewer, Confidential<?> closed) {
        if (viewer.equals(closed.author())) {
            return View.AUTHOR;
        }
        return members.standing(tx, closed.team(), viewer).role().map(View::of).orElse(View.OUTSIDER);
    }
}
