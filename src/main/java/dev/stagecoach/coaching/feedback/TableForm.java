package dev.stagecoach.coaching.feedback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried.Begun;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.feedback.FeedbackThread.Audience;
import dev.stagecoach.coaching.feedback.FeedbackThread.Table;
import dev.stagecoach.guide.Feedback;
import dev.stagecoach.guide.Feedback.Protocol;
import dev.stagecoach.people.PersonId;

/** The form in which a presenter sets the table: opens a thread, or changes what was set out. */
final class TableForm {
    static final String AUDIENCE = "audience";
    static final String PEOPLE = "people";
    static final int MOST_PEOPLE = 10;
    private static final int SHORT = 300;
    private static final int LONG = 600;

    private TableForm() {}

    /**
     * What stands in the form.
     *
     * @param invited who is picked where not the whole team is asked
     */
    record Draft(Table table, String protocol, Optional<Audience> audience, List<PersonId> invited) {
        static final Table EMPTY = new Table("", "", "", "");
    }

    static Form opening(Begun target, Feedback feedback, Draft draft, ChannelAudience audience) {
        var protocol = feedback.protocol(draft.protocol()).orElseGet(() -> feedback.protocols().getFirst());
        var fields = new ArrayList<Field>();
        fields.add(new Field.Words(Text.bolded(protocol.name() + ". ").plus(protocol.use())));
        if (feedback.protocols().size() > 1) {
            fields.add(new Field.Select("protocol", "How", "", false, feedback.protocols().stream()
                    .map(one -> Field.Option.of(one.key(), one.name())).toList(), Optional.of(protocol.key())));
        }
        fields.addAll(table(draft.table()));
        fields.add(new Field.Pick(AUDIENCE, "Who do you want to ask?", "If you ask the whole team, I post it with "
                + "your name in "
                + audience.channel() + ".", false,
                List.of(Field.Option.of(Audience.SOME.name(), "Only some people, each privately"),
                        Field.Option.of(Audience.TEAM.name(), "The whole team, in the channel")),
                draft.audience().map(Enum::name)));
        fields.add(new Field.People(PEOPLE, "Who", "Members and coaches on your team.", true, draft.invited(),
                MOST_PEOPLE));
        fields.add(rules(protocol));
        return FeedbackRoom.SET.form("Ask for feedback", "Open the thread", target, fields);
    }

    static Form changing(Begun target, Table table) {
        return FeedbackRoom.SET.form("What you said", "Save", target, table(table));
    }

    private static List<Field> table(Table table) {
        return List.of(
                new Field.ShortText("goal", "Our goal", "", true, SHORT, cut(table.goal())),
                new Field.LongText("tried", "What I tried", "In two or three sentences.", false, LONG, table.tried()),
                new Field.LongText("evidence", "One piece of evidence",
                        "What you saw or heard, or a count. No names.", false, LONG, table.evidence()),
                new Field.ShortText("question", "The one question you want help with", "", false, SHORT,
                        table.question()));
    }

    static Field rules(Protocol protocol) {
        return new Field.Words(Text.of("").quiet(String.join(" ", protocol.rules())));
    }

    /** A goal may be longer than the field takes. */
    private static String cut(String words) {
        return words.length() <= SHORT ? words : "";
    }

    static Table table(FormReader reading) {
        var question = reading.required("question", SHORT, "Please ask your one question.");
        if (question.chars().filter(sign -> sign == '?').count() > 1) {
            reading.mend("question", "One question at a time: please keep the one that matters most.");
        }
        return new Table(reading.optional("goal", SHORT),
                reading.required("tried", LONG, "Please write what you tried."),
                reading.required("evidence", LONG, "Please write one thing you saw or counted."), question);
    }

    /** What else stands in the form that opens a thread. */
    static Draft opening(FormReader reading, Answers answers, Feedback feedback) {
        var known = feedback.protocols().stream().map(Protocol::key).toList();
        var audience = reading.oneOf(AUDIENCE, Arrays.stream(Audience.values()).map(Enum::name).toList(), "");
        if (answers.text(AUDIENCE).isEmpty()) {
            reading.mend(AUDIENCE, "Please choose who you want to ask.");
        }
        var invited = answers.people(PEOPLE).stream().distinct().toList();
        if (audience.equals(Audience.SOME.name()) && invited.isEmpty()) {
            reading.mend(PEOPLE, "Please choose at least one colleague, or ask the whole team.");
        }
        if (invited.size() > MOST_PEOPLE) {
            reading.mend(PEOPLE, "Please choose at most " + MOST_PEOPLE + " people.");
        }
        return new Draft(table(reading), reading.oneOf("protocol", known, known.getFirst()),
                Optional.of(audience).filter(name -> !name.isEmpty()).map(Audience::valueOf), invited);
    }
}
