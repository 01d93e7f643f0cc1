package dev.stagecoach.coaching;

import java.util.List;

import dev.stagecoach.guide.Fact;

/**
 * What a room has counted of a fact, for one journey.
 *
 * @param count in the fact's own unit
 * @param receipts what the count rests on, in words that the whole team may read; one line each, newest first
 * @param click what brings more of it; its value is the team
 * @param obstacle what stands in the way of more, in words that the whole team may read; empty where nothing does
 */
public record Counted(Fact fact, int count, List<String> receipts, String click, String obstacle) {
    public Counted(Fact fact, int count, List<String> receipts, String click) {
        this(fact, count, receipts, click, "");
    }

    public Counted {
        receipts = List.copyOf(receipts);
    }
}
