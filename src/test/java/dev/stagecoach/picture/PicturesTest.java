package dev.stagecoach.picture;

import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.imageio.ImageIO;

import dev.stagecoach.chat.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PicturesTest {
    private static final DistributionPicture.Scale SCALE = new DistributionPicture.Scale(
            List.of("Trailhead", "First miles", "Steady pace", "Own road"), "Can't say yet", 7);

    @Test
    void aDistributionShowsEachLevelInItsColour() throws IOException {
        var picture = drawn(DistributionPicture.of("Where we stand", "alt", SCALE, sixPractices()));
        assertThat(picture.getWidth()).isEqualTo(1000);
        assertThat(picture.getHeight()).isBetween(1000, 1400);
        var colours = colours(picture);
        for (var level = 1; level <= 4; level++) {
            assertThat(colours).contains(Look.level(level, 4).getRGB());
        }
        assertThat(colours).contains(Look.CANNOT_SAY.getRGB(), Look.EMPTY.getRGB());
    }

    @Test
    void aPictureIsMadeInMemory() {
        ImageIO.setUseCache(true);
        DistributionPicture.of("Where we stand", "alt", SCALE, sixPractices());
        assertThat(ImageIO.getUseCache()).isFalse();
    }

    @Test
    void anUnreleasedBarShowsNoColourOfALevel() throws IOException {
        var hidden = new DistributionPicture.Bar("students", List.of(), 0);
        var groups = List.of(new DistributionPicture.Group("Inquiry", List.of(hidden)));
        var picture = drawn(DistributionPicture.of("Where we stand", "alt", SCALE, groups));
        var below = picture.getSubimage(0, picture.getHeight() - 60, 1000, 60);
        for (var level = 1; level <= 4; level++) {
            assertThat(colours(below)).doesNotContain(Look.level(level, 4).getRGB());
        }
    }

    @Test
    void levelsDifferInBrightnessSoThatTheyReadInGrey() {
        for (var level = 2; level <= 4; level++) {
            assertThat(grey(level)).isLessThan(grey(level - 1) - 30);
        }
    }

    @Test
    void aTallyIsAsLongAsItsShare() throws IOException {
        var picture = TallyPicture.of("This week", "alt", List.of(new Tally("Check-ins answered", 5, 7),
                new Tally("Evidence logged", 4, 0), new Tally("Reflections", 0, 0), new Tally("Steps tried", 6, 6)));
        var drawn = drawn(picture);
        assertThat(drawn.getWidth()).isEqualTo(1000);
        assertThat(colours(drawn)).contains(Look.level(3, 4).getRGB(), Look.EMPTY.getRGB());
        assertThat(length(drawn, 0)).isBetween(length(drawn, 1) * 5 / 7 - 3, length(drawn, 1) * 5 / 7 + 3);
    }

    @Test
    void aCountWithoutAWholeHasNoBar() throws IOException {
        var drawn = drawn(TallyPicture.of("In numbers", "alt", List.of(new Tally("Evidence logged", 1, 0))));
        assertThat(colours(drawn)).doesNotContain(Look.level(3, 4).getRGB(), Look.EMPTY.getRGB())
                .contains(Look.INK.getRGB());
    }

    /** Letters that no font has are all the same box: two words of one length would look the same. */
    @ParameterizedTest
    @CsvSource({"李小龙, 王国明", "さくら, ひまり", "김민준, 이서연", "محمد, فاطم", "שלום, אבגד", "नमन, अजय", "สมชา, มานี", "🎉, 🚌"})
    void namesInEveryWritingAreDrawn(String one, String other) throws IOException {
        assertThat(Typeface.regular(12).canDisplayUpTo(one + other)).isEqualTo(-1);
        assertThat(Typeface.bold(12).canDisplayUpTo(one + other)).isEqualTo(-1);
        assertThat(rgb(named(one))).isNotEqualTo(rgb(named(other)));
    }

    private static BufferedImage named(String team) throws IOException {
        return drawn(TallyPicture.of("Week", "alt", List.of(new Tally(team, 5, 7))));
    }

    private static int[] rgb(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @Test
    void arabicIsJoinedAndRunsFromTheRight() {
        var joined = new TextLayout("سلام", Typeface.regular(40), new FontRenderContext(null, true, true));
        var apart = "سلام".chars().mapToObj(Character::toString)
                .mapToDouble(one -> new TextLayout(one, Typeface.regular(40), new FontRenderContext(null, true, true))
                        .getAdvance())
                .sum();
        assertThat(joined.isLeftToRight()).isFalse();
        assertThat((double) joined.getAdvance()).isLessThan(apart * 0.9);
    }

    @Test
    void noTallyAtAllIsStillAPicture() throws IOException {
        assertThat(drawn(TallyPicture.of("This week", "alt", List.of())).getWidth()).isEqualTo(1000);
    }

    /** Pixels in the bar's colour in the middle of the given bar, of those that are longer than nothing. */
    private static int length(BufferedImage picture, int bar) {
        var rows = new ArrayList<Integer>();
        for (var y = 0; y < picture.getHeight(); y++) {
            var found = 0;
            for (var x = 0; x < picture.getWidth(); x++) {
                found += picture.getRGB(x, y) == Look.level(3, 4).getRGB() ? 1 : 0;
            }
            rows.add(found);
        }
        var lengths = new ArrayList<Integer>();
        for (var y = 1; y < rows.size(); y++) {
            if (rows.get(y) > 0 && rows.get(y - 1) == 0) {
                lengths.add(rows.get(y + 5));
            }
        }
        return lengths.get(bar);
    }

    private static int grey(int level) {
        var colour = Look.level(level, 4);
        return (299 * colour.getRed() + 587 * colour.getGreen() + 114 * colour.getBlue()) / 1000;
    }

    private static HashSet<Integer> colours(BufferedImage picture) {
        var found = new HashSet<Integer>();
        for (var x = 0; x < picture.getWidth(); x++) {
            for (var y = 0; y < picture.getHeight(); y++) {
                found.add(picture.getRGB(x, y));
            }
        }
        return found;
    }

    private static BufferedImage drawn(Picture picture) throws IOException {
        var folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        Files.write(folder.resolve(picture.title().replace(' ', '-') + "-" + picture.png().length + ".png"),
                picture.png());
        var read = ImageIO.read(new ByteArrayInputStream(picture.png()));
        var copy = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_ARGB);
        copy.createGraphics().drawImage(read, 0, 0, null);
        return copy;
    }

    private static List<DistributionPicture.Group> sixPractices() {
        var names = List.of("Inquiry", "Skills & strategies", "Discussion", "Conferencing", "Formative assessment",
                "Flexible grouping");
        var groups = new ArrayList<DistributionPicture.Group>();
        for (var i = 0; i < names.size(); i++) {
            var students = new DistributionPicture.Bar("students", List.of(1, 3, 1, i % 3 == 0 ? 1 : 0), i % 2);
            var adults = i == 4
                    ? new DistributionPicture.Bar("adults", List.of(), 0)
                    : new DistributionPicture.Bar("adults", List.of(0, 2, 3, 2), 0);
            groups.add(new DistributionPicture.Group(names.get(i), List.of(students, adults)));
        }
        return groups;
    }

    /** Fonts need a temporary folder; a process that has none still says what it has to say. */
    @Test
    void whereNothingCanBeDrawnItsWordsStand() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-Djava.io.tmpdir=/nowhere", "-cp",
                System.getProperty("java.class.path"), NothingDrawn.class.getName()).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said).contains("drawn false: 3 of 4 answered").contains("drawn false: still 3 of 4");
    }

    static final class NothingDrawn {
        private NothingDrawn() {}

        public static void main(String[] args) {
            // The second time the classes that failed are known to have failed, which is another error.
            for (var alt : List.of("3 of 4 answered", "still 3 of 4")) {
                var picture = TallyPicture.of("In numbers", alt, List.of(new Tally("Check-in", 3, 4)));
                System.out.println("drawn " + picture.isDrawn() + ": " + picture.alt());
            }
        }
    }
}
