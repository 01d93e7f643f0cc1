package dev.stagecoach.slack;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Text;

/**
 * Blocks as they are written one below the other, within what one message or view may hold. What does not fit is left
 * out with a visible sign; buttons and inputs have their place kept, so that nobody loses the way on.
 */
final class BlockBudget {
    private static final int SIGN_BLOCKS = 1;
    private static final int SMALLEST_PIECE = 40;

    private final List<JsonObject> blocks = new ArrayList<>();
    private int blocksLeft;
    private int charactersLeft;
    private boolean full;

    BlockBudget(int maxBlocks, int keptBlocks, int keptCharacters) {
        this.blocksLeft = maxBlocks - Math.min(keptBlocks, maxBlocks / 2) - SIGN_BLOCKS;
        this.charactersLeft = Limits.CHARACTERS - Math.min(keptCharacters, Limits.CHARACTERS / 2)
                - Limits.MORE.length();
    }

    /** Words that may be shortened to what is left. */
    void text(Text text, Block block) {
        if (TextRenderer.length(text) == 0 || !hasRoom(Math.min(TextRenderer.length(text), SMALLEST_PIECE))) {
            return;
        }
        var shown = TextRenderer.shorten(text, charactersLeft);
        add(block.of(shown), TextRenderer.length(shown));
        if (!shown.equals(text)) {
            full = true;
        }
    }

    /** A block that is there as a whole or not at all. */
    void whole(JsonObject block, int characters) {
        if (hasRoom(characters)) {
            add(block, characters);
        }
    }

    /** A block whose place was kept. */
    void kept(JsonObject block) {
        blocks.add(block);
    }

    private boolean hasRoom(int characters) {
        if (!full && (blocksLeft < 1 || charactersLeft < characters)) {
            full = true;
            blocks.add(CardRenderer.richText(Text.of(Limits.MORE)));
        }
        return !full;
    }

    private void add(JsonObject block, int characters) {
        blocks.add(block);
        blocksLeft--;
        charactersLeft -= characters;
    }

    /** Whether nothing had to be shortened or left out. */
    boolean holdsAll(int max) {
        return !full && blocks.size() <= max;
    }

    /** The blocks from top to bottom, never more than {@code max}. */
    List<JsonObject> blocks(int max) {
        return List.copyOf(blocks.subList(0, Math.min(max, blocks.size())));
    }

    /** How a text becomes a block. */
    interface Block {
        JsonObject of(Text text);
    }
}
