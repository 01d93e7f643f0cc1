package dev.stagecoach.slack;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.google.gson.JsonObject;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Field.Option;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.PersonId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormRendererTest {
    private static final String LONG = "x".repeat(10_000);

    @Test
    void everyFieldKeepsTheLimitsWithTheLongestWords() {
        var options = options(8);
        var form = new Form("goal.edit", "A title that is far too long for Slack", "Save all of it, please, right now",
                "context", List.of(new Field.Words(Text.of(LONG)),
                        new Field.ShortText("a", LONG, LONG, true, 150, LONG),
                        new Field.LongText("b", "", "", false, 5_000, LONG),
                        new Field.Pick("c", "Pick", "", false, options, Optional.of("3")),
                        new Field.Select("d", "Select", "", false, options, Optional.of("gone")),
                        new Field.PickMany("e", "Many", "", false, options, List.of("1", "2", "gone"), 8),
                        new Field.People("f", "People", "", true, List.of(new PersonId("T1", "U1")), 1),
                        new Field.Day("g", "Day", "", true, Optional.of(LocalDate.of(2026, 9, 1))),
                        new Field.TimeOfDay("h", "Time", "", true, Optional.of(LocalTime.of(8, 5, 33))),
                        new Field.Number("i", "Number", "", true, 1, 30, Optional.of(99)),
                        new Field.Aside(Button.of("Explain", "guide.explain", "3"))));

        var modal = FormRenderer.modal(form);

        SlackRules.check(blocks(modal), 100);
        assertThat(title(modal, "title")).hasSizeLessThanOrEqualTo(24).endsWith("…");
        assertThat(title(modal, "submit")).hasSizeLessThanOrEqualTo(24);
        assertThat(Json.write(modal)).contains("\"initial_time\":\"08:05\"", "\"initial_date\":\"2026-09-01\"",
                "\"initial_value\":\"30\"", "\"max_selected_items\":1", "\"private_metadata\":\"context\"");
    }

    @Test
    void eachPageHasIdsOfItsOwn_soThatNoAnswerStaysFromThePageBefore() {
        var first = FormRenderer.modal(page("round 1"));
        var second = FormRenderer.modal(page("round 2"));

        assertThat(inputId(first)).isEqualTo(inputId(FormRenderer.modal(page("round 1"))))
                .isNotEqualTo(inputId(second));
    }

    private static Form page(String context) {
        return new Form("page", "Page", "Go on", context,
                List.of(new Field.ShortText("note", "Note", "", true, 9, "")));
    }

    private static String inputId(JsonObject modal) {
        return modal.getAsJsonArray("blocks").get(0).getAsJsonObject().getAsJsonObject("element").get("action_id")
                .getAsString();
    }

    @Test
    void whatWasTypedBeforeIsNotCutToTheFieldsLimit() {
        var typed = "y".repeat(900);

        var input = element(new Field.LongText("a", "A", "", false, 500, typed));

        assertThat(input.get("initial_value").getAsString()).isEqualTo(typed);
        assertThat(input.get("max_length").getAsInt()).isEqualTo(900);
    }

    @Test
    void choicesTakeTheElementThatHoldsThem() {
        assertThat(type(new Field.Pick("a", "A", "", false, options(10), Optional.empty()))).isEqualTo("radio_buttons");
        assertThat(type(new Field.Pick("a", "A", "", false, options(11), Optional.empty()))).isEqualTo("static_select");
        assertThat(type(new Field.PickMany("a", "A", "", false, options(6), List.of(), 6))).isEqualTo("checkboxes");
        assertThat(type(new Field.PickMany("a", "A", "", false, options(6), List.of(), 3)))
                .isEqualTo("multi_static_select");
    }

    @Test
    void moreThanAHundredOptionsAreCutWithANotice() {
        var modal = FormRenderer.modal(form(new Field.Select("a", "A", "", false, options(130), Optional.of("129"))));

        SlackRules.check(blocks(modal), 100);
        assertThat(Json.write(modal)).contains("The last 30 choices do not fit here.");
    }

    @Test
    void aChoiceWithoutOptionsIsASentence() {
        var modal = FormRenderer.modal(form(new Field.Select("a", "Which goal", "", false, List.of(),
                Optional.empty())));

        assertThat(Json.write(modal)).contains("Which goal", "nothing to choose from yet");
        SlackRules.check(blocks(modal), 100);
    }

    @Test
    void aHundredAndFiftyFieldsFitAsFarAsSlackLetsThem() {
        var fields = IntStream.range(0, 150)
                .<Field>mapToObj(i -> new Field.ShortText("k" + i, "L", "", true, 10, "")).toList();

        SlackRules.check(blocks(FormRenderer.modal(new Form("a.b", "T", "Save", "", fields))), 100);
    }

    @Test
    void aPageHasNoSubmitAndIsClosed() {
        var page = FormRenderer.modal(Form.page("a.b", "Why", List.of(new Field.Words(Text.of("Because")))));
        var card = FormRenderer.page(Card.titled("s").heading("Saved").text("It counts."), PictureFiles.NONE);

        assertThat(page.has("submit")).isFalse();
        assertThat(title(page, "close")).isEqualTo("Close");
        assertThat(title(card, "title")).isEqualTo("Saved");
        assertThat(blocks(card)).hasSize(1);
        assertThat(title(FormRenderer.page(Card.saying("Fine."), PictureFiles.NONE), "title")).isEqualTo("For you");
        var longer = FormRenderer.page(Card.titled("s").heading("Three questions to carry with you").text("One."),
                PictureFiles.NONE);
        assertThat(title(longer, "title")).as("never cut").isEqualTo("For you");
        assertThat(blocks(longer).getFirst().toString()).contains("Three questions to carry with you");
    }

    @Test
    void closingTheAnswerToAFormClosesWhatLiesBelow() {
        var result = FormRenderer.result(Card.saying("Saved."), PictureFiles.NONE);
        var page = FormRenderer.page(Card.saying("To read."), PictureFiles.NONE);

        assertThat(result.get("clear_on_close").getAsBoolean()).isTrue();
        assertThat(page.has("clear_on_close")).isFalse();
    }

    @Test
    void answersComeBackUnderTheirKeys() {
        var state = GsonFactory.createSnakeCase().fromJson("""
                {"values":{
                  "note":{"answer":{"type":"plain_text_input","value":"<b> & שלום"}},
                  "empty":{"answer":{"type":"plain_text_input","value":null}},
                  "pick":{"answer":{"type":"radio_buttons","selected_option":{"value":"2"}}},
                  "none":{"answer":{"type":"static_select","selected_option":null}},
                  "many":{"answer":{"type":"checkboxes","selected_options":[{"value":"a"},{"value":"b"}]}},
                  "who":{"answer":{"type":"multi_users_select","selected_users":["U1","U2"]}},
                  "day":{"answer":{"type":"datepicker","selected_date":"2026-09-01"}},
                  "time":{"answer":{"type":"timepicker","selected_time":"08:05"}},
                  "number":{"answer":{"type":"number_input","value":"12"}}}}
                """, ViewState.class);

        var answers = Submissions.answers(state, "T1");

        assertThat(answers.text("note")).isEqualTo("<b> & שלום");
        assertThat(answers.values()).containsEntry("empty", List.of()).containsEntry("none", List.of());
        assertThat(answers.one("pick")).contains("2");
        assertThat(answers.many("many")).containsExactly("a", "b");
        assertThat(answers.people("who")).containsExactly(new PersonId("T1", "U1"), new PersonId("T1", "U2"));
        assertThat(answers.day("day")).contains(LocalDate.of(2026, 9, 1));
        assertThat(answers.time("time")).contains(LocalTime.of(8, 5));
        assertThat(answers.number("number")).contains(12);
    }

    private static List<Option> options(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Option(Integer.toString(i), "Option " + i + LONG, i == 1 ? LONG : "")).toList();
    }

    private static Form form(Field field) {
        return new Form("a.b", "Title", "Save", "", List.of(field));
    }

    private static JsonObject element(Field field) {
        return blocks(FormRenderer.modal(form(field))).getFirst().getAsJsonObject("element");
    }

    private static String type(Field field) {
        return SlackRules.type(element(field));
    }

    private static String title(JsonObject view, String key) {
        return SlackRules.text(view.getAsJsonObject(key), "text");
    }

    private static List<JsonObject> blocks(JsonObject view) {
        return view.getAsJsonArray("blocks").asList().stream().map(block -> block.getAsJsonObject()).toList();
    }
}
