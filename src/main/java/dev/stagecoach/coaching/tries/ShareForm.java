package dev.stagecoach.coaching.tries;

import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.workbook.Entries;

/** Asks before somebody's try is shown to the team: all that goes along, where it will stand, and who reads there. */
final class ShareForm {
    private ShareForm() {}

    static Form of(CallContext here, Tries tries, String id) {
        var one = tries.opened(here, id);
        var text = Text.bolded(tries.change(one));
        for (var words : words(here, tries, one).stream().skip(1).filter(line -> !line.isBlank()).toList()) {
            text = text.plus("\n• " + words);
        }
        return TryRoom.SHARED.form("Share this try", "Share", id, List.of(new Field.Words(text),
                new Field.Words(Text.of("I post it with your name in "
                        + ChannelAudience.of(here.tx(), tries.people(), here.teamId()).channel()
                        + ". From there, your notes are one click away."))));
    }

    /** What was typed in the tool's fields, in their order. */
    static List<String> typed(Tries tries, Entries entries) {
        return BeginForm.asked(tries).typed(entries);
    }

    /** All that leaves its owner, what is tried first. */
    static List<String> words(CallContext here, Tries tries, Try one) {
        return Stream.of(Stream.of(tries.change(one)),
                typed(tries, one.filled().entries()).stream().skip(1),
                tries.notes(here.tx(), here.person(), one.id()).stream().map(note -> note.line(tries.guide().sides())),
                one.run().decision().stream().map(TryRun.Decision::why)).flatMap(lines -> lines).toList();
    }
}
