package dev.stagecoach.coaching.tries;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.Readership;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.people.DataKind;

/** The form that begins a try: the guide's own fields, and whose it is. */
final class BeginForm {
    private static final String WHOSE = "whose";

    private BeginForm() {}

    /** Whose a try is. Nothing is preselected, because showing one's own step to others is one's own decision. */
    enum Whose {
        TEAM("The team’s", "Everybody adds to it; any of you can decide"), SHOWN("Mine, and the team sees it",
                ""), MINE(
                        "Mine alone", "Nobody else sees it unless you share it later");

        private final String label;
        private final String detail;

        Whose(String label, String detail) {
            this.label = label;
            this.detail = detail;
        }

        static Whose of(Try one) {
            return one.run().ofTeam() ? TEAM : one.shared() ? SHOWN : MINE;
        }
    }

    /**
     * Which try the form begins.
     *
     * @param adapts the try that it adapts
     */
    record Beginning(Target target, Optional<String> adapts) {
        static final Carried<Beginning> CARRIED = new Carried<>(
                one -> one.target().format() + one.adapts().map(id -> "\n" + id).orElse(""), Beginning::read,
                (_, one) -> Optional.of(one.target().team()));

        private static Optional<Beginning> read(String context) {
            var parts = List.of(context.split("\n", 2));
            var adapts = parts.stream().skip(1).findFirst();
            return adapts.filter(id -> Carried.parts(id, 1).isEmpty()).isPresent()
                    ? Optional.empty()
                    : Target.parse(parts.getFirst()).map(target -> new Beginning(target, adapts));
        }
    }

    static ToolForm asked(Tries tries) {
        return new ToolForm(tries.guide(), tries.tool(), TryRoom.BEGIN.id(), tries.loop().name());
    }

    static ToolForm edited(Tries tries) {
        return new ToolForm(tries.guide(), tries.tool(), TryRoom.EDITED.id(), tries.loop().name());
    }

    static Form form(CallContext here, Tries tries, Beginning beginning, Entries entries, Optional<Whose> whose) {
        var audience = ChannelAudience.of(here.tx(), tries.people(), here.teamId());
        var readers = Readership.of(here, tries.people(), DataKind.MEMBER_STEP);
        var form = asked(tries).open(beginning.target(), entries).and(new Field.Pick(WHOSE, "Whose is it?",
                "Yours alone: " + readers.unshared() + ". Shown or the team’s: " + readers.shared()
                        + ", because I post it with your name in " + audience.channel() + ".",
                false,
                Arrays.stream(Whose.values())
                        .map(one -> new Field.Option(one.name(), one.label, one.detail)).toList(),
                whose.map(Enum::name)), new Field.Words(steps(tries)));
        return TryRoom.BEGIN.form(form.title(), "Start", beginning, form.fields());
    }

    private static Text steps(Tries tries) {
        var text = Text.of("It runs for " + tries.loop().schoolDays() + " school days. Then I will ask you to "
                + "decide.");
        for (var step : tries.loop().steps()) {
            text = text.plus("\n").bold(step.name() + ": ").plus(step.text());
        }
        return text;
    }

    /** Look at {@link FormReader#mend} before using it. */
    static Whose whose(FormReader reading) {
        var names = Arrays.stream(Whose.values()).map(Enum::name).toList();
        var chosen = reading.oneOf(WHOSE, names, "");
        if (chosen.isEmpty()) {
            reading.mend(WHOSE, "Please say whose it is, which also sets who sees it.");
            return Whose.MINE;
        }
        return Whose.valueOf(chosen);
    }

    /** The first field of the tool with these words in it. */
    static Entries beginningWith(Tries tries, String words) {
        return words.isBlank() || tries.tool().fields().isEmpty()
                ? Entries.EMPTY
                : new Entries(Map.of(tries.tool().fields().getFirst().key(), List.of(words)));
    }
}
