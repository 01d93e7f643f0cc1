package dev.stagecoach;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever anybody sends, made up or not: nothing breaks, nobody sees what is not theirs to see, and nobody from
 * outside changes anything of a team.
 */
class SweepTest {
    private static final Instant NOW = SweptTown.NOW.plus(Duration.ofDays(15));
    private static final Pattern SECRET = Pattern.compile("SECRET-(\\w+)-([a-z_.]+)");
    /** What only its author reads, unless shared. */
    private static final Set<String> PRIVATE = Set.of("help.form", "loop.begin", "reflection.write", "step.save",
            "step.whole", "brief.note_form", "leader.goal_form", "leader.entry_form", "assessment.page",
            "checkin.answer");
    /** What leaders do not read, unless it is approved for them. */
    private static final Set<String> NOT_FOR_LEADERS = Set.of("evidence.log", "feedback.say", "feedback.table",
            "loop.note", "baseline.save");

    /** What was found, with the first call that did it. */
    private final Map<String, String> findings = new TreeMap<>();
    private int calls;
    private int secrets;

    @Test
    void whateverAnybodySends() {
        try (var database = TestDatabases.sqlite()) {
            var town = new SweptTown(database);
            town.live();
            assertThat(town.seen.keySet()).as("filled in beforehand").containsAll(PRIVATE)
                    .hasSizeGreaterThan(town.forms.size() * 2 / 3);
            var pristine = new PristineTables(database);
            var basics = basics(town);
            var all = new LinkedHashSet<>(basics);
            all.addAll(pristine.idsOf(town.own.id()));
            for (var action : new TreeSet<>(town.clicks.keySet())) {
                var own = made(town, town.values.getOrDefault(action, Set.of()));
                sweep(town, pristine, action, person -> forEach(person, town, basics, all, own,
                        value -> hear(town, person, "click " + action, value,
                                () -> town.click(action, value, person, NOW).orElseThrow())));
            }
            pristine.idsOf(town.own.id()).forEach(id -> all.add(town.other.id() + " " + id));
            for (var id : new TreeSet<>(town.forms.keySet())) {
                var own = made(town, town.seen.getOrDefault(id, Set.of()).stream().map(Form::context).toList());
                sweep(town, pristine, id, person -> forEach(person, town, basics, all, own,
                        context -> submit(town, person, id, context)));
            }
            typed(town, pristine);
            said(town, pristine);
            System.out.println("swept " + (town.clicks.size() + town.forms.size()) + " clicks and forms, "
                    + town.words.size() + " commands: " + calls + " calls");
        }
        assertThat(findings).isEmpty();
        assertThat(secrets).as("secrets told to those who may hear them").isGreaterThan(1000);
    }

    /** Everybody sends what belongs to the action; one of each sort of caller sends all the rest too. */
    private static void forEach(PersonId person, SweptTown town, Set<String> basics, Set<String> all, Set<String> own,
            Consumer<String> work) {
        var thorough = Set.of(town.ada, town.leader, town.former, town.neighbours.get(1));
        var values = new LinkedHashSet<>(thorough.contains(person) ? all : basics);
        values.addAll(own);
        values.forEach(work);
    }

    /** Commands go through the door: it looks up the team, and turns what is thrown into words. */
    private void typed(SweptTown town, PristineTables pristine) {
        var words = new TreeSet<>(town.words);
        for (var word : words) {
            sweep(town, pristine, word, person -> List.of("", "garbage", "x".repeat(2000), town.own.id().value())
                    .forEach(rest -> heard(town, person, "/coach " + word, rest,
                            () -> town.dispatcher.typed(person, town.own.channel(), word + " " + rest, NOW))));
        }
        sweep(town, pristine, "desk.team", person -> words.forEach(word -> List.of(word,
                town.own.id() + " " + word + " x y", town.own.id() + " " + town.own.channel() + " " + word + " ")
                .forEach(value -> heard(town, person, "desk.team", value, () -> town.dispatcher.clicked(
                        new Call.Click(person, "desk.team", value, Optional.empty(), NOW))))));
    }

    /** What people write to the bot alone goes through the same door. */
    private void said(SweptTown town, PristineTables pristine) {
        var conversation = new ChannelId("T1", "D1");
        for (var word : new TreeSet<>(town.words)) {
            sweep(town, pristine, "said " + word, person -> List.of(word, "please " + word + " garbage",
                    word + " " + town.own.id().value()).forEach(
                            text -> heard(town, person, "said", text,
                                    () -> town.dispatcher.said(person, conversation, text, NOW))));
        }
        sweep(town, pristine, "desk.type", person -> List.of("", "garbage", "T1/D1 ", "T1/D1 goal",
                town.own.channel() + " results", "x".repeat(2000)).forEach(
                        value -> heard(town, person, "desk.type",
                                value, () -> town.dispatcher.clicked(new Call.Click(person, "desk.type", value,
                                        Optional.empty(), NOW)))));
    }

    private void heard(SweptTown town, PersonId person, String what, String value, Supplier<Reply> call) {
        hear(town, person, what, value, () -> {
            var reply = call.get();
            assertThat(reply.toString()).doesNotContain("Something went wrong");
            return reply;
        });
    }

    private void sweep(SweptTown town, PristineTables pristine, String action, Consumer<PersonId> round) {
        var outside = new ArrayList<>(town.neighbours);
        outside.addAll(List.of(town.former, town.outsider));
        outside.forEach(round);
        var changed = pristine.changedOf(town.own.id(), outside);
        if (!changed.isEmpty()) {
            findings.put("changed from outside by " + action, changed.toString());
        }
        pristine.restore();
        for (var person : town.insiders) {
            round.accept(person);
            pristine.restore();
        }
    }

    private void submit(SweptTown town, PersonId person, String id, String context) {
        var form = new Form(id, "", "", context, List.of());
        hear(town, person, "form " + id, context, () -> town.send(form, new Answers(Map.of()), person, NOW));
        town.seen.getOrDefault(id, Set.of()).stream().findFirst().ifPresent(known -> hear(town, person, "form " + id,
                context, () -> town.send(form, town.filler(person, id, NOW).fill(known, Map.of()), person, NOW)));
    }

    private static Set<String> basics(SweptTown town) {
        var values = new LinkedHashSet<>(List.of("", " ", "garbage", "x".repeat(2000), Ids.next(), "/", "a b c d e f",
                "1/2", town.own.id() + " 1 x"));
        for (var team : List.of(town.own.id(), town.other.id())) {
            values.addAll(List.of(team.value(), team + " " + SweptTown.practice(), team + " ", team + " x",
                    team + " 1"));
        }
        return values;
    }

    /** What the action's own buttons and forms carry, and what somebody could make of it. */
    private static Set<String> made(SweptTown town, Collection<String> own) {
        var all = new LinkedHashSet<String>();
        own.stream().limit(3).forEach(one -> all.addAll(List.of(one, one + " 1", one + " x",
                one.replace(town.own.id().value(), town.other.id().value()))));
        return all;
    }

    private void hear(SweptTown town, PersonId person, String what, String value, Supplier<Reply> call) {
        calls++;
        var shown = person.user() + " '" + value.substring(0, Math.min(90, value.length())) + "'";
        try {
            var told = SECRET.matcher(call.get().toString());
            while (told.find()) {
                secrets++;
                if (!mayHear(town, person, told.group(1), told.group(2))) {
                    findings.putIfAbsent(what + " tells " + told.group(), shown);
                }
            }
        } catch (RuntimeException | AssertionError e) {
            var where = Arrays.stream(e.getStackTrace()).map(StackTraceElement::toString)
                    .filter(line -> line.contains("dev.stagecoach.")).limit(3).toList();
            findings.putIfAbsent(what + " throws " + e.getClass().getSimpleName(), shown + ": " + e + where);
        }
    }

    private static boolean mayHear(SweptTown town, PersonId person, String author, String form) {
        if (author.equals(person.user())) {
            return true;
        }
        return town.insiders.contains(person)
                && (!PRIVATE.contains(form) || (form.equals("help.form") && person.equals(town.coach)))
                && !(NOT_FOR_LEADERS.contains(form) && person.equals(town.leader));
    }
}
