package dev.stagecoach;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A software team that uses its own guide comes across every card and form, and never reads of a school's people. */
class AnotherGuideWordsTest {
    private static final Pattern OF_SCHOOLS = Pattern.compile(
            ".*\\b(students?|teachers?|class|classes|classrooms?|lessons?|learners?)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** What carries keys and not words. */
    private static final Set<String> KEYS = Set.of("key", "value", "context", "action", "id", "initial", "hidden");

    @Test
    void noCardAndNoFormSpeaksOfStudents() {
        var said = said(GuideFiles.load(Optional.of(Path.of("config/guide-team-health"))));
        assertThat(said).hasSizeGreaterThan(500).anyMatch(one -> one.contains("What users notice"));
        assertThat(said.stream().filter(one -> OF_SCHOOLS.matcher(one).matches())).isEmpty();
    }

    /** The same walk on the shipped guide finds such words, so the one above can fail. */
    @Test
    void theShippedGuideSpeaksOfThem() {
        assertThat(said(ShippedGuide.GUIDE)).anyMatch(one -> OF_SCHOOLS.matcher(one).matches());
    }

    private static Set<String> said(Guide guide) {
        var said = new TreeSet<String>();
        try (var database = TestDatabases.sqlite()) {
            var town = new SweptTown(database, guide);
            town.reader = words -> read(words, said);
            town.live();
        }
        return said;
    }

    /** Every text of a card or form, whatever it is made of. */
    private static void read(Object one, Set<String> said) {
        switch (one) {
            case String words -> said.add(words.replaceAll("SECRET-\\S+", ""));
            case List<?> list -> list.forEach(part -> read(part, said));
            case Optional<?> perhaps -> perhaps.ifPresent(part -> read(part, said));
            case Record words -> {
                for (var part : words.getClass().getRecordComponents()) {
                    if (!KEYS.contains(part.getName())) {
                        try {
                            part.getAccessor().setAccessible(true);
                            Optional.ofNullable(part.getAccessor().invoke(words)).ifPresent(it -> read(it, said));
                        } catch (ReflectiveOperationException e) {
                            throw new AssertionError(e);
                        }
                    }
                }
            }
            default -> {
            }
        }
    }
}
