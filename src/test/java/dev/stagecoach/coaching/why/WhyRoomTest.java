package dev.stagecoach.coaching.why;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Card;
import dev.stagecoach.coaching.MessageKind;
import dev.stagecoach.coaching.School;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.MemberStore;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class WhyRoomTest {
    private static final Map<String, MessageKind> KINDS = Map.of("checkin.ask",
            MessageKind.of("Check-in", "a coach of %s scheduled check-ins"), "summary.post",
            MessageKind.of("Weekly summary", "the settings of %s post one"));

    @OnBothDatabases
    void everyFateIsToldInWords_newestFirst(Database database) {
        var school = new School(database);
        plan(school, "a", ADA, hours(-100), "state = 'sent', sent_at = due_at + 1000");
        plan(school, "b", ADA, hours(-90), "state = 'sent', sent_at = due_at + 7200000, reason = 'Slack has trouble.'");
        plan(school, "c", ADA, hours(-80), "state = 'skipped', reason = 'the round is closed'");
        plan(school, "d", ADA, hours(-70), "state = 'failed', reason = 'I tried 8 times without success.'");
        plan(school, "e", ADA, hours(20), "reason = 'These are your quiet hours.'");
        plan(school, "f", ADA, hours(30), "attempts = 0");
        plan(school, "g", ADA, hours(-1), "state = 'sending'");
        plan(school, "old", ADA, hours(-24 * 15), "state = 'sent', sent_at = due_at");
        plan(school, "other", BEN, hours(-5), "state = 'sent', sent_at = due_at");

        assertThat(paragraphs(shown(school, ADA))).containsExactly(
                "Check-in, Grade 7: comes Tue, Sep 15, 3:00 PM.",
                "Check-in, Grade 7: put off until Tue, Sep 15, 5:00 AM. These are your quiet hours.",
                "Check-in, Grade 7: was due Mon, Sep 14, 8:00 AM and is on its way.",
                "Check-in, Grade 7: was due Fri, Sep 11, 11:00 AM, could not be sent. I tried 8 times without success.",
                "Check-in, Grade 7: was due Fri, Sep 11, 1:00 AM, not sent. The round is closed.",
                "Check-in, Grade 7: was due Thu, Sep 10, 3:00 PM, came late, Thu, Sep 10, 5:00 PM. Slack has trouble.",
                "Check-in, Grade 7: came Thu, Sep 10, 5:00 AM.", "Why you got these");
        assertThat(shown(school, ADA).toString()).contains("because a coach of Grade 7 scheduled check-ins.")
                .doesNotContain("Delivery, all teams").doesNotContain("as numbers");
    }

    @OnBothDatabases
    void whoseZoneNobodyTellsReadsWhichOneIGoBy(Database database) {
        var school = new School(database);
        database.change(tx -> new MemberStore().keep(tx,
                new Person(ADA, "Ada", Person.NO_ZONE, Person.Kind.FULL, true), School.NOW));
        plan(school, "f", ADA, hours(30), "attempts = 0");
        assertThat(shown(school, ADA).toString()).contains("Tue, Sep 15, 3:00 PM", "so I go by your team's:");
    }

    @OnBothDatabases
    void whoGotNothingReadsOneSentenceWithOneButton(Database database) {
        var card = shown(new School(database), STRANGER);
        assertThat(card.parts()).hasSize(2);
        assertThat(paragraphs(card)).containsExactly("I have not sent you anything in the last two weeks.");
        assertThat(School.value(card, "home.open")).isEmpty();
    }

    @OnBothDatabases
    void aCoachSeesTheTeamsNumbers_butOfAFewPeopleOnlyTheTotal(Database database) {
        var school = new School(database);
        plan(school, "a", ADA, hours(-3), "state = 'sent', sent_at = due_at");
        plan(school, "b", BEN, hours(-3), "state = 'skipped', reason = 'secret reason'");
        plan(school, "c", BEN, hours(5), "reason = 'quiet'");
        plan(school, "d", SETTINGS.channel(), hours(-2), "state = 'failed', reason = 'broken'");

        assertThat(shown(school, COACH).toString()).contains("Messages: 4.", "only the total")
                .doesNotContain("Put off", "secret reason", "ADA");
        database.change(tx -> List.of("X", "Y", "Z").forEach(name -> {
            var id = new PersonId("T1", name);
            school.people.members().keep(tx,
                    new Person(id, name, SETTINGS.zone(), Person.Kind.FULL, true), NOW);
            school.people.members().join(tx, TEAM, id, Role.MEMBER, NOW);
        }));
        assertThat(facts(shown(school, COACH))).containsExactly("Sent 1", "Waiting 0", "Postponed 1", "Skipped 1",
                "Failed 1");
        assertThat(shown(school, COACH).toString()).doesNotContain("secret reason", "ADA");
        assertThat(shown(school, BEN).toString()).doesNotContain("as numbers");
    }

    @OnBothDatabases
    void aLeaderSeesTheHealthOfDelivery(Database database) {
        var school = new School(database);
        var room = new WhyRoom(school.people, () -> KINDS);
        plan(school, "a", ADA, hours(-3), "attempts = 0");
        plan(school, "b", BEN, hours(-2), "attempts = 1");
        plan(school, "future", BEN, hours(2), "attempts = 0");
        plan(school, "c", BEN, hours(-20), "state = 'failed', reason = 'Slack refused the message'");
        plan(school, "d", ADA, hours(-30), "state = 'failed', reason = 'Slack refused the message'");
        plan(school, "e", ADA, hours(-24 * 8), "state = 'failed', reason = 'long ago'");
        var before = School.shown(school.type(room, LEADER, "why", ""));
        assertThat(facts(before)).containsExactly("Overdue 2, the oldest since Mon, Sep 14, 6:00 AM",
                "Failed in 7 days 2", "Last check for due messages not since I started");
        assertThat(before.toString()).contains("2 × Slack refused the message.").doesNotContain("long ago");
        room.jobs().forEach(due -> due.run(NOW.minus(Duration.ofMinutes(1))));
        assertThat(facts(School.shown(school.type(room, LEADER, "why", "")))).last().asString()
                .isEqualTo("Last check for due messages Mon, Sep 14, 8:59 AM");
    }

    @OnBothDatabases
    void whatWasForTheChannelIsToldToTheTeam(Database database) {
        var school = new School(database);
        database.change(tx -> school.outbox.plan(tx, TEAM, "s", "summary.post", SETTINGS.channel(), "x", hours(-3)));
        change(school, "s", "state = 'skipped', reason = 'The channel was archived.'");
        assertThat(shown(school, ADA).toString()).contains("In the channel of Grade 7", "Weekly summary",
                "The channel was archived.");
        assertThat(shown(school, STRANGER).toString()).doesNotContain("Grade 7");
    }

    private static Card shown(School school, PersonId person) {
        return School.shown(school.type(new WhyRoom(school.people, () -> KINDS), person, "why", ""));
    }

    private static Instant hours(int fromNow) {
        return NOW.plus(Duration.ofHours(fromNow));
    }

    private static void plan(School school, String key, Address to, Instant dueAt, String change) {
        school.database.change(tx -> school.outbox.plan(tx, TEAM, key, "checkin.ask", to, "o x 0", dueAt));
        change(school, key, change);
    }

    private static void change(School school, String key, String change) {
        school.database.change(tx -> tx.handle()
                .createUpdate("update delivery set " + change + " where unique_key = :key").bind("key", key).execute());
    }

    private static List<String> paragraphs(Card card) {
        return card.parts().stream().filter(Card.Part.Paragraph.class::isInstance).map(Card.Part.Paragraph.class::cast)
                .map(part -> words(part.text())).toList();
    }

    private static List<String> facts(Card card) {
        return card.parts().stream().filter(Card.Part.Facts.class::isInstance).map(Card.Part.Facts.class::cast)
                .flatMap(part -> part.facts().stream()).map(fact -> fact.label() + " " + words(fact.content()))
                .toList();
    }

    private static String words(dev.stagecoach.chat.Text text) {
        var all = new StringBuilder();
        for (var span : text.spans()) {
            all.append(switch (span) {
                case dev.stagecoach.chat.Text.Span.Plain(var words) -> words;
                case dev.stagecoach.chat.Text.Span.Bold(var words) -> words;
                case dev.stagecoach.chat.Text.Span.Moment(_, var words) -> words;
                default -> throw new AssertionError("unexpected " + span);
            });
        }
        return all.toString();
    }
}
