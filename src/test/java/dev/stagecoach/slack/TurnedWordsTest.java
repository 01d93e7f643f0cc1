package dev.stagecoach.slack;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What turns the direction of words round never reaches a reader, wherever people's words stand. */
class TurnedWordsTest {
    private static final String TURNED = "Fern \u202Eneddih\u202C \u2066x\u2069";

    @Test
    void noCardTurnsWordsRound() {
        var card = Card.titled(TURNED).heading(TURNED).text(TURNED).quote(TURNED)
                .buttons(Button.of(TURNED, "a.b", "x"));
        var shown = Json.write(Json.array(CardRenderer.blocks(card, PictureFiles.NONE, Limits.MESSAGE_BLOCKS)))
                + CardRenderer.summary(card) + Acks.message(card, "ephemeral").getBody();

        assertThat(shown).contains("Fern neddih x").doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
    }

    @Test
    void whatIsWrittenFromRightToLeftStaysAsItIs() {
        assertThat(Json.plain("\u05E9\u05DC\u05D5\u05DD \u200F1").toString()).contains("\u05E9\u05DC\u05D5\u05DD");
    }
}
