package dev.stagecoach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people read is said the way an American teacher says it; these turns of phrase never are. */
class WordingTest {
    /** Sentences in code, comments left out. */
    private static final Pattern TOKENS = Pattern.compile(
            "\"\"\"(?<block>.*?)\"\"\"|\"(?<text>(?:\\\\.|[^\"\\\\\\n])*)\"|//[^\\n]*|/\\*.*?\\*/|'(?:\\\\.|[^'\\\\])'",
            Pattern.DOTALL);
    private static final Pattern JOINED = Pattern.compile("\\s*\\+\\s*");
    private static final List<Pattern> REFUSED = Stream.of(
            // Words that no native speaker puts so.
            "\\ban own\\b", "\\b(?:at|about|by) own\\b", "Left empty,", "What speaks for", "Whose doing",
            "[Nn]obody (?:have|are)\\b",
            "[Nn]one (?:have|is named)\\b", "\\bstands? in (?:#|the (?:next|channel)|your team)", "stands beside",
            "hears it from me", "Reads you in", "own way on", "\\bcame to (?:its|their) (?:end|day)\\b",
            "come to its day",
            "point to single ones", "I tell nobody", "(?:[Nn]obody is|is) told (?:who|to)\\b", "Such as ",
            "lies? (?:ahead|before)\\b",
            "\\bin no team\\b", "\\bof (?:the|your) list\\b", "[Ss]omebody of\\b", "\\bNothing (?:comes|waits)\\b",
            "\\b(?:have|needs) a look by\\b", "\\bany more, in any\\b", "what held when",
            "\\bthe guide no longer holds\\b",
            "switched? (?:on|off|messages)\\b", "I show no result below", "\\bno (?:valid|calendar:)",
            // Older English.
            "\\b[Ww]hoever\\b", "\\bmeanwhile\\b", "\\b[Tt]hereof\\b", "\\bshall (?:I|it|stop)\\b", "\\bunto\\b",
            // British spelling and words.
            "\\b[Pp]ractis(?:e|es|ed|ing)\\b", "\\b[Cc]olours?\\b", "\\b[Cc]entres?\\b(?!:)", "\\b[Oo]rganis",
            "\\b[Rr]ecognis",
            "\\b[Ss]ummaris", "\\b[Mm]odelling\\b", "\\b[Bb]ehaviour", "\\b[Ff]avour", "\\b[Ss]ceptic", "\\brota\\b",
            "\\b[Tt]owards\\b", "\\b[Aa]fterwards\\b(?=\\.$)", "\\b[Tt]imetable", "\\bcorridor\\b", "\\bmaths\\b",
            // Singular and plural.
            "\\b1 (?:answers|members|people|weeks|days|minutes|teams|check-ins|entries)\\b",
            // Punctuation.
            "\\w\\?:(?:\\s|$)", "[a-z]\\.  +[A-Z]",
            // The project's own words for things that have plain ones.
            "[Cc]oncern pulse", "Conditions, monthly", "\\b[Dd]o without a gate\\b", "Gates advise")
            .map(Pattern::compile)
            .toList();

    @Test
    void noSentenceInTheCodeIsSaidLikeThat() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(Path.of("src/main/java"), ".java")) {
            sentences(Files.readString(file)).forEach(one -> refused(one)
                    .forEach(pattern -> found.add(file.getFileName() + ": “" + one + "” has " + pattern)));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noGuideAndNoPageIsSaidLikeThat() throws IOException {
        var found = new ArrayList<String>();
        var texts = new ArrayList<>(files(Path.of("src/main/resources/guide"), ".yml"));
        texts.addAll(files(Path.of("config/guide-team-health"), ".yml"));
        for (var file : texts) {
            for (var line : Files.readAllLines(file)) {
                if (!line.strip().startsWith("#")) {
                    refused(line).forEach(pattern -> found.add(file + ": " + line.strip() + " has " + pattern));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"add an own question", "Nobody have answered.", "Whoever runs me can do both.",
            "What do you see?: a lot", "1 answers", "Students practise it", "One.  Two",
            "The result stands in #grade-7."})
    void aPlantedSentenceIsFound(String bad) {
        var code = "say(\"" + bad.substring(0, 5) + "\"\n        + \"" + bad.substring(5) + "\"); // an own word";
        assertThat(sentences(code)).containsExactly(bad);
        assertThat(refused(bad)).isNotEmpty();
        assertThat(refused("Your team has not answered yet.")).isEmpty();
    }

    private static List<Pattern> refused(String sentence) {
        return sentence.matches("[a-z_.-]+")
                ? List.of()
                : REFUSED.stream().filter(one -> one.matcher(sentence).find()).toList();
    }

    /** String literals as they are read: what is joined by a plus is one. Patterns and SQL are not sentences. */
    private static List<String> sentences(String code) {
        var all = new ArrayList<String>();
        var tokens = TOKENS.matcher(code);
        var end = -1;
        while (tokens.find()) {
            var text = tokens.group("text");
            if (text == null) {
                end = -1;
                continue;
            }
            if (end >= 0 && JOINED.matcher(code.substring(end, tokens.start())).matches()) {
                all.set(all.size() - 1, all.getLast() + text);
            } else {
                all.add(text);
            }
            end = tokens.end();
        }
        return all.stream().filter(one -> !one.contains("(?:") && !one.contains("(?<") && !one.contains("\\b"))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
