package dev.stagecoach.coaching;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.storage.Transaction;

/** A person's own things among those of a team, each by the name that its author knows it by. */
public record OwnItems(Transaction tx, PrivacyGate gate, PersonId author) {

    public <T> List<OwnItem> of(List<Confidential<T>> closed, Function<T, String> name) {
        return of(closed, name, (_, _) -> Optional.empty());
    }

    /** @param shownTo the same as one reader gets it, where some are in it and others are not */
    public <T> List<OwnItem> of(List<Confidential<T>> closed, Function<T, String> name,
            BiFunction<T, PersonId, Optional<Confidential<T>>> shownTo) {
        return closed.stream().filter(one -> one.author().equals(author))
                .flatMap(one -> gate.open(tx, author, one)
                        .map(thing -> new OwnItem(name.apply(thing), one,
                                reader -> shownTo.apply(thing, reader).orElse(one)))
                        .stream())
                .toList();
    }
}
