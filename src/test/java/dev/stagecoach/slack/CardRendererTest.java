package dev.stagecoach.slack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CardRendererTest {
    private static final String EVIL = "<!channel> <@U1> <https://evil.example|click> *bold* _x_ :tada: & 'drop table'";

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "👩‍👩‍👧‍👦 שלום עולם مرحبا", "line\nline", "\u0000 \u200F abc", "\uD83D"})
    void everyWordStandsThereLiterally(String typed) {
        var card = Card.titled("s").text(typed).bullets(List.of(Text.of(typed)))
                .facts(List.of(Card.Fact.of("Label", typed))).quote(typed).footnote(typed).heading(typed);

        var json = blocks(card);

        assertThat(json).hasSize(6).allSatisfy(block -> assertThat(SlackRules.words(block)).contains(typed));
        assertThat(Json.write(Json.array(json))).doesNotContain("mrkdwn");
        SlackRules.check(json, 50);
    }

    @Test
    void theSummaryIsEscaped() {
        assertThat(CardRenderer.summary(Card.saying("<!channel> & co"))).isEqualTo("&lt;!channel&gt; &amp; co");
        assertThat(CardRenderer.summary(Card.saying("&".repeat(10_000)))).hasSizeLessThanOrEqualTo(6_000);
    }

    @Test
    void tenThousandCharactersAreShownInPieces() {
        var typed = "ab cdefgh ".repeat(1_000);

        var json = blocks(Card.titled("s").quote(typed));

        assertThat(json).hasSizeGreaterThan(3);
        assertThat(String.join("", json.stream().map(SlackRules::words).toList())).isEqualTo(typed);
        SlackRules.check(json, 50);
    }

    @Test
    void whatDoesNotFitIsLeftOutWithASignAndTheButtonsStay() {
        var card = Card.titled("s").heading("Long");
        for (var i = 0; i < 80; i++) {
            card = card.text("paragraph " + i).divider();
        }
        var json = blocks(card.buttons(Button.primary("Answer", "checkin.answer", "7")));

        assertThat(json).hasSizeLessThanOrEqualTo(50);
        assertThat(SlackRules.words(json.get(json.size() - 2))).isEqualTo("… more");
        assertThat(SlackRules.words(json.getLast())).isEqualTo("Answer");
        SlackRules.check(json, 50);
    }

    @Test
    void aMillionCharactersAreCutWithinTheTotal() {
        var json = blocks(Card.titled("s").text("🎉".repeat(500_000)).facts(List.of(Card.Fact.of("a", "b")))
                .buttons(Button.of("Go", "a.b", "")));

        var words = String.join("", json.stream().map(SlackRules::words).toList());
        assertThat(words).hasSizeLessThanOrEqualTo(13_200).contains("… more").doesNotContain("\uFFFD").endsWith("Go");
        assertThat(words.replace("🎉", "")).isEqualTo("… more" + "Go");
        SlackRules.check(json, 50);
    }

    @Test
    void manyButtonsAndBulletsKeepTheLimits() {
        var buttons = IntStream.range(0, 60)
                .mapToObj(i -> Button.danger("Delete " + "x".repeat(100), "goal.delete", "v".repeat(3_000),
                        new Button.Confirm("T".repeat(200), "q".repeat(400), "Delete it now and for ever and ever")))
                .toList();
        var bullets = IntStream.range(0, 40).mapToObj(i -> Text.of("long line ".repeat(400))).toList();

        var json = blocks(Card.titled("s").bullets(bullets).buttons(buttons));

        SlackRules.check(json, 50);
        assertThat(json.stream().filter(block -> SlackRules.type(block).equals("actions"))).hasSize(3);
    }

    @Test
    void actionIdsAreUniqueInABlockAndReadBack() {
        var json = blocks(Card.titled("s").buttons(Button.of("A", "x.y", "1"), Button.of("B", "x.y", "2")));

        var ids = json.getFirst().getAsJsonArray("elements").asList().stream()
                .map(one -> one.getAsJsonObject().get("action_id").getAsString()).toList();
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(
                id -> assertThat(ButtonRenderer.action(id)).isEqualTo("x.y"));
    }

    @Test
    void peopleChannelsLinksAndMomentsAreElements() {
        var text = Text.mentioning(new PersonId("T1", "U7")).plus(" in ").channel(new ChannelId("T1", "C3"))
                .plus(" ").link("https://example.org", "there").moment(Instant.ofEpochSecond(1_700_000_000), "soon");

        var json = Json.write(blocks(Card.titled("s").text(text)).getFirst());

        assertThat(json).contains("{\"type\":\"user\",\"user_id\":\"U7\"}",
                "{\"type\":\"channel\",\"channel_id\":\"C3\"}", "\"url\":\"https://example.org\"",
                "\"timestamp\":1700000000", "\"fallback\":\"soon\"");
    }

    @Test
    void aFootnoteWithAMomentIsEscapedAndOneWithFormatsIsLiteral() {
        var moment = Instant.ofEpochSecond(1_700_000_000);

        var plain = Json.write(blocks(Card.titled("s").footnote(Text.of("<!here> at ").moment(moment, "soon")))
                .getFirst());
        var formats = blocks(Card.titled("s").footnote(Text.of("*<!here>* at ").moment(moment, "soon"))).getFirst();

        assertThat(plain).contains("mrkdwn", "&lt;!here&gt; at <!date^1700000000^");
        assertThat(SlackRules.type(formats)).isEqualTo("rich_text");
        assertThat(Json.write(formats)).contains("*<!here>*").doesNotContain("mrkdwn");
    }

    @Test
    void aPictureIsAFileOrElseItsWords() {
        var card = Card.titled("s").picture(new Picture("Baseline", "Most of 7 are at level 2", new byte[]{1}));

        var shown = CardRenderer.blocks(card, _ -> Optional.of("F9"), 50).getFirst();

        assertThat(shown.getAsJsonObject("slack_file").get("id").getAsString()).isEqualTo("F9");
        assertThat(shown.get("alt_text").getAsString()).isEqualTo("Most of 7 are at level 2");
        assertThat(SlackRules.words(blocks(card).getFirst())).isEqualTo("Most of 7 are at level 2");
    }

    @Test
    void anEmptyCardShowsItsSummary() {
        var json = blocks(Card.titled("Nothing yet").text("").heading(" ").bullets(List.of(Text.of(""))));

        assertThat(json).hasSize(1);
        assertThat(SlackRules.words(json.getFirst())).isEqualTo("Nothing yet");
    }

    private static List<JsonObject> blocks(Card card) {
        return CardRenderer.blocks(card, PictureFiles.NONE, 50);
    }
}
