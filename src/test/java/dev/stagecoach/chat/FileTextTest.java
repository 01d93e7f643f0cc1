package dev.stagecoach.chat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileTextTest {
    private static final String TEXT = "BEGIN:VCALENDAR\nSUMMARY:Año nuevo – “Día”\nEND:VCALENDAR\n";

    @Test
    void everyEncodingThatProgramsWriteIsRead() {
        for (var text : new String[]{TEXT, "\ufeff" + TEXT}) {
            assertThat(FileText.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
            assertThat(FileText.of(text.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(TEXT);
            assertThat(FileText.of(text.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(TEXT);
        }
        assertThat(FileText.of(TEXT.getBytes(Charset.forName("windows-1252")))).isEqualTo(TEXT);
        assertThat(FileText.of(new byte[0])).isEmpty();
    }

    @Test
    void aLineThatIsBrokenInsideACharacterIsWhole() {
        var bytes = TEXT.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var folded = new ByteArrayOutputStream();
        for (var one : bytes) {
            folded.write(one);
            if (one == (byte) 0xc3 || one == (byte) 0xe2) {
                folded.writeBytes("\r\n ".getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(FileText.of(folded.toByteArray())).isEqualTo(TEXT);
    }

    @Test
    void oneLineInAnotherEncodingSpoilsNoOther() {
        var mixed = new ByteArrayOutputStream();
        mixed.writeBytes("Día é\n".getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes("Día é\n".getBytes(Charset.forName("windows-1252")));
        assertThat(FileText.of(mixed.toByteArray())).isEqualTo("Día é\nDía é\n");
    }
}
