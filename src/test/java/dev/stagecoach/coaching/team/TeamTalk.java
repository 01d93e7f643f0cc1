package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Routed;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

/** Types, clicks and sends in the team's room, and looks at what comes back. */
final class TeamTalk {
    static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");

    private TeamTalk() {}

    static Reply typed(Routed.Behind room, PersonId person, ChannelId channel) {
        return room.feature().commands().getFirst().answer()
                .apply(new Call.Typed(person, channel, Optional.empty(), "", NOW));
    }

    static Form open(Routed.Behind room, PersonId person, ChannelId channel) {
        return ((Reply.Open) typed(room, person, channel)).form();
    }

    static Reply submit(Routed.Behind room, PersonId person, Form form, Answers answers) {
        return handler(room.feature().forms(), form.id())
                .apply(new Call.Submission(person, form.id(), form.context(), answers, NOW));
    }

    static Reply show(Routed.Behind room, PersonId person, String team) {
        return handler(room.feature().clicks(), "team.show")
                .apply(new Call.Click(person, "team.show", team, Optional.empty(), NOW));
    }

    static <T> T handler(Map<String, T> handlers, String name) {
        return Optional.ofNullable(handlers.get(name)).orElseThrow();
    }

    static List<PersonId> initialPeople(Form form, String key) {
        return form.fields().stream()
                .flatMap(field -> field instanceof Field.People asked && asked.key().equals(key)
                        ? asked.initial().stream()
                        : Stream.empty())
                .toList();
    }

    static Card card(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.ToYou.class);
        return ((Reply.ToYou) reply).card();
    }

    static String reason(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        return ((Reply.Refused) reply).reason();
    }

    static void assertMended(Reply reply, String field, String words) {
        assertThat(reply).isInstanceOf(Reply.Mend.class);
        assertThat(((Reply.Mend) reply).reasons()).containsOnlyKeys(field);
        assertThat(((Reply.Mend) reply).reasons().get(field)).contains(words);
    }

    static List<String> labels(Card card) {
        return card.parts().stream()
                .flatMap(part -> part instanceof Card.Part.Buttons row
                        ? row.buttons().stream()
                        : Stream.empty())
                .map(button -> button.label()).toList();
    }
}
