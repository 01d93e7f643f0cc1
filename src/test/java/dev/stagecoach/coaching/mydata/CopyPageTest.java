package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.mydata.PersonalDataStore.Held;
import dev.stagecoach.people.PersonId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CopyPageTest {
    private static final PersonId FERN = new PersonId("T1", "UFERN");
    private static final Instant NOW = Instant.parse("2026-11-09T16:06:00Z");
    private static final Place REFLECTIONS = new Place("reflection", Place.Fate.GOES, "Reflections", "", "");

    @Test
    void itReadsLikeAPage_withTimesOfItsReader_andWithoutWhatOnlyJoinsRows() {
        var page = page(Map.of("id", "01a2263c-b051-7fb2-bfed-8bd30d6a04f9", "person", FERN.toString(), "words",
                "They LISTENED.", "kind", "CHECKIN_ANSWER", "written_at", NOW.toEpochMilli()));
        assertThat(page).contains("Reflections: 1", "<th>written at</th>", "They LISTENED.", "checkin answer",
                "Mon, Nov 9, 9:06 AM",
                "As of Mon, Nov 9, 9:06 AM Mountain Time").doesNotContain("01a2263c", "UFERN", "<th>id</th>");
    }

    @Test
    void whatPeopleWroteIsNeverMarkup() {
        assertThat(page(Map.of("words", "<script>alert(\"x\") & more</script>")))
                .contains("&lt;script&gt;alert(&quot;x&quot;) &amp; more").doesNotContain("<script");
    }

    @Test
    void ofRowsWithNothingToReadItSaysHowManyThereAre() {
        assertThat(page(Map.of("person", FERN.toString()))).contains("Reflections: 1").doesNotContain("<table>");
    }

    private static String page(Map<String, Object> row) {
        return new CopyPage(FERN, DateText.at(NOW, ZoneId.of("America/Boise")), List.of(new Held(REFLECTIONS,
                List.of(row)))).html(NOW);
    }
}
