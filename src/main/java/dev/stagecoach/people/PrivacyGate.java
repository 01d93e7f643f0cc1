package dev.stagecoach.people;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.storage.Transaction;

/** The one way to personal data: who asks is held against {@link Visibility} each time, with the role of that moment. */
public final class PrivacyGate {
    private final MemberStore members;

    public PrivacyGate(MemberStore members) {
        this.members = members;
    }

    /** The content where the viewer may see it, else empty. */
    public <T> Optional<T> open(Transaction tx, PersonId viewer, Confidential<T> closed) {
        return Visibility.mayRead(closed.kind(), view(tx, viewer, closed), closed.sharing())
                ? Optional.of(closed.content())
                : Optional.empty();
    }

    /** The contents that the viewer may see, in their order. */
    public <T> List<T> openAll(Transaction tx, PersonId viewer, List<Confidential<T>> closed) {
        return closed.stream().flatMap(one -> open(tx, viewer, one).stream()).toList();
    }

    /** The contents that may be shown to all who look from there, for a message without one reader. */
    public <T> List<T> openTo(View view, List<Confidential<T>> closed) {
        if (view == View.AUTHOR) {
            throw new IllegalArgumentException("an author's view needs the author");
        }
        return closed.stream().filter(one -> Visibility.mayRead(one.kind(), view, one.sharing()))
                .map(Confidential::content).toList();
    }

    private View view(Transaction tx, PersonId viewer, Confidential<?> closed) {
        if (viewer.equals(closed.author())) {
            return View.AUTHOR;
        }
        return members.standing(tx, closed.team(), viewer).role().map(View::of).orElse(View.OUTSIDER);
    }
}
