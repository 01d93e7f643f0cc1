package dev.stagecoach.coaching.learn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

import dev.stagecoach.guide.Introduction;

/** The way through the introduction: its cards in order, each from its day on, and the learning cycle last. */
record ReadingPath(List<ReadingItem> leaves) {
    ReadingPath {
        leaves = List.copyOf(leaves);
    }

    /** @param schoolDay the day so many school days after the team began */
    static ReadingPath of(Introduction introduction, IntFunction<LocalDate> schoolDay) {
        var leaves = new ArrayList<ReadingItem>();
        introduction.cards().forEach(card -> leaves.add(new ReadingItem.OfCard(card, schoolDay.apply(card.day()))));
        var last = introduction.cards().isEmpty() ? 0 : introduction.cards().getLast().day() + 1;
        introduction.cycle().ifPresent(cycle -> leaves.add(new ReadingItem.OfCycle(cycle, schoolDay.apply(last))));
        return new ReadingPath(leaves);
    }

    /** What somebody who has seen these reads next, open already or not; empty after the end. */
    Optional<ReadingItem> next(Set<String> seen) {
        return leaves.stream().filter(leaf -> !seen.contains(leaf.key())).findFirst();
    }

    /** {@link #next}, where its day has come. */
    Optional<ReadingItem> open(Set<String> seen, LocalDate today) {
        return next(seen).filter(leaf -> !leaf.opens().isAfter(today));
    }

    /** What stands behind this one, where its day has come. */
    Optional<ReadingItem> after(String key, LocalDate today) {
        return leaves.stream().dropWhile(leaf -> !leaf.key().equals(key)).skip(1).findFirst()
                .filter(leaf -> !leaf.opens().isAfter(today));
    }

    Optional<ReadingItem> leaf(String key) {
        return leaves.stream().filter(leaf -> leaf.key().equals(key)).findFirst();
    }

    /** All that there is to see, by their keys. */
    List<String> keys() {
        return leaves.stream().map(ReadingItem::key).toList();
    }

    /** Which one it is, counted from 1. */
    int number(ReadingItem leaf) {
        return leaves.indexOf(leaf) + 1;
    }

    /** The last one that opened on a day of these, the first day included. */
    Optional<ReadingItem> openedLast(LocalDate from, LocalDate until) {
        return leaves.reversed().stream()
                .filter(leaf -> !leaf.opens().isBefore(from) && leaf.opens().isBefore(until)).findFirst();
    }
}
