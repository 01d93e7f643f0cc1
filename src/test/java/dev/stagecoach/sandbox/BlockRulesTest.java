package dev.stagecoach.sandbox;

import java.util.Collections;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every limit, from both sides. */
class BlockRulesTest {

    static Stream<Arguments> limits() {
        return Stream.of(limit("{'type':'header','text':{'type':'plain_text','text':'%s'}}", 150),
                limit("{'type':'section','text':{'type':'mrkdwn','text':'%s'}}", 3000),
                limit("{'type':'section','fields':[{'type':'mrkdwn','text':'%s'}]}", 2000),
                limit("{'type':'context','elements':[{'type':'mrkdwn','text':'%s'}]}", 3000),
                limit("{'type':'divider','block_id':'%s'}", 255),
                limit("{'type':'image','image_url':'https://x.example/p.png','alt_text':'%s'}", 2000),
                limit("{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text',"
                        + "'text':'%s'}]}]}", 3000),
                limit(button("'text':{'type':'plain_text','text':'%s'}"), 75),
                limit(button("'text':{'type':'plain_text','text':'x'},'value':'%s'"), 2000),
                limit(button("'text':{'type':'plain_text','text':'x'},'action_id':'%s'"), 255),
                limit(confirm("%s", "x", "x"), 100), limit(confirm("x", "%s", "x"), 300),
                limit(confirm("x", "x", "%s"), 30),
                limit(select("static_select", "{'text':{'type':'plain_text','text':'%s'},'value':'v'}"), 75),
                limit(select("radio_buttons",
                        "{'text':{'type':'plain_text','text':'x'},'value':'v','description':{'type':'plain_text',"
                                + "'text':'%s'}}"),
                        75),
                limit("{'type':'input','label':{'type':'plain_text','text':'%s'},'element':{'type':"
                        + "'plain_text_input'}}", 2000),
                limit(input("'type':'plain_text_input','placeholder':{'type':'plain_text','text':'%s'}"), 150),
                limit(input("'type':'plain_text_input','max_length':20,'initial_value':'%s'"), 20),
                limit(input("'type':'plain_text_input','initial_value':'%s'"), 3000));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void atTheLimitIsFine_oneMoreIsNot(String block, int max) {
        assertThat(BlockRules.problemsOfMessage(message(block.formatted("x".repeat(max))))).isEmpty();
        assertThat(BlockRules.problemsOfMessage(message(block.formatted("x".repeat(max + 1))))).isNotEmpty();
    }

    static Stream<String> refused() {
        return Stream.of("{'type':'wonder'}", "{'type':'section'}", "{'type':'actions','elements':[]}",
                "{'type':'section','text':{'type':'mrkdwn','text':''}}",
                "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
                "{'type':'image','image_url':'https://x.example/p.png'}", "{'type':'image','alt_text':'x'}",
                "{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}",
                "{'type':'actions','elements':[" + named("a") + "," + named("a") + "]}",
                "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':''}]}]}",
                "{'type':'rich_text','elements':[{'type':'text','text':'x'}]}", input("'type':'number_input'"),
                input("'type':'plain_text_input','max_length':3001"), input("'type':'button'"),
                input("'type':'datepicker','initial_date':'tomorrow'"),
                input("'type':'static_select','options':[" + options(1) + "],'initial_option':{'text':"
                        + "{'type':'plain_text','text':'other'},'value':'other'}"),
                input("'type':'checkboxes','options':[" + options(2) + "],'initial_options':[]"),
                input("'type':'static_select','options':[" + options(1) + "," + options(1) + "]"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatSlackRefuses(String blocks) {
        assertThat(BlockRules.problemsOfMessage(message(blocks))).isNotEmpty();
    }

    @Test
    void countsOfThings() {
        counts("{'type':'divider'}", "%s", 50);
        counts(button("'text':{'type':'plain_text','text':'x'}").replaceAll(".*\\[|].*", ""),
                "{'type':'actions','elements':[%s]}", 25);
        counts("{'type':'mrkdwn','text':'x'}", "{'type':'context','elements':[%s]}", 10);
        for (var kind : new Object[][]{{"radio_buttons", 10}, {"checkboxes", 10}, {"static_select", 100}}) {
            var max = (int) kind[1];
            var type = (String) kind[0];
            assertThat(BlockRules.problemsOfMessage(message(select(type, options(max))))).isEmpty();
            assertThat(BlockRules.problemsOfMessage(message(select(type, options(max + 1))))).isNotEmpty();
        }
    }

    @Test
    void allBlocksTogether() {
        var section = "{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(2600) + "'}}";
        assertThat(BlockRules.problemsOfMessage(message(times(section, 5)))).isEmpty();
        assertThat(BlockRules.problemsOfMessage(message(times(section, 6)))).hasSize(1).first().asString()
                .contains("msg_blocks_too_long");
    }

    @Test
    void aMessageNeedsItsText() {
        assertThat(BlockRules.problemsOfMessage(json("{'blocks':[{'type':'divider'}]}"))).hasSize(1);
    }

    @Test
    void views() {
        var view = json(TinyApp.FORM);
        assertThat(BlockRules.problemsOfView(view)).isEmpty();
        assertThat(BlockRules.problemsOfView(json(TinyApp.FORM.replace("\"Tiny\"", "\"" + "t".repeat(24) + "\""))))
                .isEmpty();
        for (var word : new String[]{"\"Tiny\"", "\"Save\""}) {
            assertThat(BlockRules.problemsOfView(json(TinyApp.FORM.replace(word, "\"" + "t".repeat(25) + "\""))))
                    .hasSize(1);
        }
        var home = "{'type':'home','private_metadata':'%s','blocks':[%s]}";
        assertThat(BlockRules.problemsOfView(json(home.formatted("x".repeat(3000), times("{'type':'divider'}", 100)))))
                .isEmpty();
        assertThat(BlockRules.problemsOfView(json(home.formatted("x".repeat(3001), times("{'type':'divider'}", 101)))))
                .hasSize(2);
        assertThat(BlockRules.problemsOfView(json("{'type':'home'}"))).hasSize(1);
    }

    private static void counts(String item, String around, int max) {
        assertThat(BlockRules.problemsOfMessage(message(around.formatted(times(item, max))))).isEmpty();
        assertThat(BlockRules.problemsOfMessage(message(around.formatted(times(item, max + 1))))).isNotEmpty();
    }

    private static Arguments limit(String block, int max) {
        return arguments(block, max);
    }

    private static String button(String inside) {
        return "{'type':'actions','elements':[{'type':'button'," + inside + "}]}";
    }

    private static String named(String id) {
        return "{'type':'button','action_id':'" + id + "','text':{'type':'plain_text','text':'x'}}";
    }

    private static String confirm(String title, String text, String yes) {
        var plain = "{'type':'plain_text','text':'";
        return button("'text':" + plain + "x'},'confirm':{'title':" + plain + title + "'},'text':" + plain + text
                + "'},'confirm':" + plain + yes + "'},'deny':" + plain + "No'}}");
    }

    private static String select(String type, String options) {
        return input("'type':'" + type + "','options':[" + options + "]");
    }

    private static String options(int count) {
        var all = new java.util.ArrayList<String>();
        for (var i = 0; i < count; i++) {
            all.add("{'text':{'type':'plain_text','text':'x'},'value':'v" + i + "'}");
        }
        return String.join(",", all);
    }

    private static String input(String element) {
        return "{'type':'input','label':{'type':'plain_text','text':'x'},'element':{" + element + "}}";
    }

    private static String times(String item, int count) {
        return String.join(",", Collections.nCopies(count, item));
    }

    private static JsonNode message(String blocks) {
        return json("{'text':'x','blocks':[" + blocks + "]}");
    }

    private static JsonNode json(String text) {
        var node = Json.parse(text.replace('\'', '"'));
        assertThat(node.isObject()).as("JSON of the test").isTrue();
        return node;
    }
}
