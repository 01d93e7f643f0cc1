package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.people.Role;
import dev.stagecoach.sandbox.OldScreens;
import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.closeAll;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever has another role, or none: every button, form, message and Home tab from before shows no more than it may. */
class OldScreensTest {
    private static final String FERN = "U0FERN";
    private static final String WREN = "U0WREN";
    private static final String SAGE = "U0SAGE";
    private static final String FLINT = "U0FLINT";
    private static final String OAKLEY = "U0OAKLEY";
    private static final String LARCH = "U0LARCH";
    private static final String CLOVER = "U0CLOVER";
    private static final String REED = "U0REED";
    private static final Set<String> ASKED = Set.of(WREN, SAGE, FLINT, LARCH, CLOVER);
    /** Of the same button about different things, so many are pressed; more where people say what few may read. */
    private static final int ALIKE = 1;
    private static final int OF_PEOPLE = 2;
    private static final Pattern PEOPLES = Pattern
            .compile("(feedback|help|brief|reflection|checkin|evidence|loop)[.].*");

    /** What was said under this mark, and who may read it besides its author. */
    private record Secret(String words, String author, Set<Role> readers, Set<String> among) {
        boolean mayRead(String person, Optional<Role> role) {
            return author.equals(person) && (!words.startsWith("Zznote") || role.equals(Optional.of(Role.COACH)))
                    || role.filter(readers::contains).isPresent() && (among.isEmpty() || among.contains(person));
        }
    }

    private static final Set<Role> TEAM = Set.of(Role.MEMBER, Role.COACH);
    private static final List<Secret> SECRETS = List.of(
            new Secret("Zzprivate", FERN, Set.of(), Set.of()),
            new Secret("Zzshared", FERN, TEAM, Set.of()),
            new Secret("Zzevidence", FERN, TEAM, Set.of()),
            new Secret("Zzmine", FERN, Set.of(), Set.of()),
            new Secret("Zznotewren", WREN, Set.of(), Set.of()),
            new Secret("Zznotesage", SAGE, Set.of(), Set.of()),
            new Secret("Zzhelp", FERN, Set.of(Role.COACH), Set.of()),
            new Secret("Zzrating", FERN, Set.of(), Set.of()),
            new Secret("Zzline", FERN, Set.of(), Set.of()),
            new Secret("Zzlog", OAKLEY, Set.of(), Set.of()),
            new Secret("Zztry", FERN, Set.of(), Set.of()),
            new Secret("Zzpromise", FERN, TEAM, Set.of()),
            new Secret("Zzquestion", FERN, TEAM, ASKED),
            new Secret("Zzsaid", LARCH, TEAM, Stream.concat(ASKED.stream(), Stream.of(FERN)).collect(
                    Collectors.toSet())));

    private final Conversation talk = Conversation.ofATeam();
    private final Map<String, OldScreens> screens = new LinkedHashMap<>();
    private final Map<String, String> leaks = new TreeMap<>();
    private int used;
    private int looks;
    private int allowed;

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void nothingFromBeforeShowsMoreThanTheRoleOfNow() {
        Stream.of(FERN, WREN, SAGE, FLINT, OAKLEY, LARCH, CLOVER)
                .forEach(id -> screens.put(id, new OldScreens(talk.sandbox, talk.sandbox.as(id))));
        var begun = System.nanoTime();
        live();
        assertThat(screens(FERN).hand().sees()).contains("Zzprivate", "Zzhelp", "Zzquestion");
        var before = System.nanoTime();

        after(WREN, Optional.of(Role.LEADER), () -> names(WREN, List.of(SAGE), List.of(OAKLEY, WREN)));
        after(SAGE, Optional.of(Role.MEMBER), () -> names(SAGE, List.of(REED), List.of(OAKLEY, WREN)));
        after(FLINT, Optional.of(Role.LEADER), () -> names(REED, List.of(REED), List.of(OAKLEY, WREN, FLINT)));
        after(OAKLEY, Optional.of(Role.MEMBER), () -> names(REED, List.of(REED), List.of(WREN, FLINT)));
        after(LARCH, Optional.empty(), () -> talk.sandbox.as(LARCH).leaves(CHANNEL));
        after(CLOVER, Optional.empty(), () -> talk.sandbox.owner().deactivate(CLOVER));

        System.out.printf("used %d old buttons and forms after 6 changes of role, looked %d times at what was shown, "
                + "in %d ms after %d ms of living; %d secrets were seen before%n", used, looks,
                (System.nanoTime() - before) / 1_000_000, (before - begun) / 1_000_000, allowed);
        assertThat(leaks).isEmpty();
        assertThat(used).isGreaterThan(150);
        assertThat(allowed).as("what they saw before, where they might").isGreaterThan(15);
    }

    private void after(String person, Optional<Role> role, Runnable change) {
        var old = screens(person);
        old.hand().home();
        look(person);
        allowed += SECRETS.stream().filter(secret -> old.hand().sees().contains(secret.words)).count();
        old.forgetPast();
        closeAll(old.hand());
        change.run();
        talk.quiet();
        var now = role.map(Role::name).orElse("nobody");
        check(old, role, now + " at once");
        var alike = new HashMap<String, Integer>();
        for (var one : old.unused()) {
            var parts = one.split(" ", 3);
            var action = parts[1].replaceAll("#.*", "");
            var most = PEOPLES.matcher(action).matches() ? OF_PEOPLE : ALIKE;
            if (alike.merge(parts[0] + action, 1, Integer::sum) <= most) {
                old.use(one);
                used++;
                check(old, role, now + " by " + parts[0] + " " + parts[1]);
            }
        }
        closeAll(old.hand());
        talk.quiet();
        old.hand().home();
        check(old, role, now + " afterwards");
    }

    private void check(OldScreens old, Optional<Role> role, String when) {
        looks++;
        for (var shown : old.shown()) {
            SECRETS.stream().filter(secret -> shown.contains(secret.words))
                    .filter(secret -> !secret.mayRead(old.hand().id(), role))
                    .forEach(secret -> leaks.putIfAbsent(secret.words + " to " + old.hand().id() + " in "
                            + shown.lines().findFirst().orElse(""), when));
        }
    }

    private void live() {
        talk.openRound();
        look();
        talk.fern().clicks(DM, "Start");
        send(talk.fern().modal().choose("What students do", "Trailhead").fill("Note on students", "Zzrating")).close();
        types(talk.coach(), "/coach round");
        look(WREN);
        talk.setGoal(talk.fern(), "Students will answer each other");
        names(WREN, List.of(WREN, SAGE), List.of(OAKLEY));
        look();
        reflect("Zzprivate", "Only me");
        reflect("Zzshared", "Share with my team");
        talk.logEvidence(talk.fern(), "Zzevidence");
        types(talk.fern(), "/coach evidence");
        send(talk.fern().modal().fill("What you saw", "Zzmine").choose("Who sees it?", "Only me")).close();
        asksForHelp();
        note(WREN, "Zznotewren");
        note(SAGE, "Zznotesage");
        types(talk.fern(), "/coach promise Zzpromise");
        send(talk.fern().modal()).close();
        logs();
        types(talk.fern(), "/coach try Zztry");
        var begin = talk.fern().modal().fill("What do you expect to see?", "More turns")
                .fill("What will you count?", "Turns").choose("Whose is it?", "Mine alone");
        send(begin).close();
        feedback();
        talk.moveTo(LocalDateTime.of(2026, 9, 15, 15, 0));
        look();
        for (var teacher : List.of(talk.fern(), talk.sandbox.as(FLINT), talk.sandbox.as(LARCH))) {
            teacher.home();
            teacher.clicks("home", "Answer");
            look(teacher.id());
            send(teacher.modal().choose("This week I", "none yet").fill(
                    "One thing I noticed in a classroom (no names)",
                    teacher.id().equals(FERN) ? "Zzline" : "A line")).close();
        }
        talk.moveTo(LocalDateTime.of(2026, 9, 18, 15, 0));
        for (var id : screens.keySet()) {
            for (var word : List.of("", "reflections", "evidence list", "goal", "stage", "feedback", "try", "promises",
                    id.equals(OAKLEY) ? "log" : "brief", "ask", "who-sees", "summary")) {
                screens(id).hand().types(id.equals(OAKLEY) ? DM : CHANNEL, ("/coach " + word).strip());
                look(id);
            }
        }
        talk.quiet();
        opensWhatItSees(WREN);
        opensWhatItSees(SAGE);
        opensWhatItSees(FLINT);
    }

    /** Forms that people have opened and not sent in. */
    private void opensWhatItSees(String person) {
        var hand = screens(person).hand();
        for (var label : List.of("Take this turn", "What was said", "Write a note", "My notes", "Ask for feedback",
                "Look", "Answer all", "Add or change", "Offer a visit", "Propose a move")) {
            for (var place : List.of(DM, CHANNEL)) {
                if (hand.canClick(place, label)) {
                    hand.clicks(place, label);
                    talk.sandbox.settle(Conversation.SOON);
                    look(person);
                }
            }
        }
    }

    private void look() {
        screens.keySet().forEach(id -> {
            screens(id).hand().home();
            look(id);
        });
    }

    private OldScreens screens(String id) {
        return Objects.requireNonNull(screens.get(id), id);
    }

    private void look(String id) {
        screens(id).look();
    }

    private void types(Persona hand, String words) {
        hand.types(CHANNEL, words);
        talk.quiet();
    }

    private void names(String by, List<String> coaches, List<String> leaders) {
        var hand = talk.sandbox.as(by);
        closeAll(hand);
        hand.types(CHANNEL, "/coach setup");
        send(hand.modal().pickPeople("Coaches", coaches.toArray(String[]::new))
                .pickPeople("Leaders and admins", leaders.toArray(String[]::new))).close();
        talk.quiet();
    }

    private void reflect(String words, String whom) {
        var fern = talk.fern();
        types(fern, "/coach reflect");
        fern.clicks(CHANNEL, "Write");
        send(fern.modal().fill("Your thoughts", words).choose("Who sees it", whom)).close();
        talk.quiet();
    }

    private void asksForHelp() {
        types(talk.fern(), "/coach ask");
        send(talk.fern().modal().choose("What would help?", "a model lesson").fill("What is it about?", "Zzhelp"))
                .close();
        talk.quiet();
    }

    private void note(String coach, String words) {
        var hand = talk.sandbox.as(coach);
        types(hand, "/coach brief");
        hand.clicks(CHANNEL, "Write a note");
        send(hand.modal().fill("What do you want to keep in mind?", words)).close();
        talk.quiet();
    }

    private void logs() {
        var oakley = talk.principal();
        oakley.types(DM, "/coach log");
        oakley.clicks(DM, "Set my goal");
        send(oakley.modal().choose("Tied to which practice?", "Expanded discussion")
                .fill("What will you do?", "Zzlog")
                .fill("What does it make easier for teachers?", "Seeing each other")
                .fill("How can teachers see that you did it?", "The cover list")
                .pickDate("By when?", LocalDate.of(2026, 10, 1))).close();
        talk.quiet();
    }

    private void feedback() {
        var fern = talk.fern();
        types(fern, "/coach feedback");
        fern.clicks(CHANNEL, "Ask for feedback");
        send(fern.modal().fill("What I tried", "Pairs").fill("One piece of evidence", "4 of 12 pairs")
                .fill("The one question you want help with", "Zzquestion")
                .choose("Who do you want to ask?", "Only some people, each privately")
                .pickPeople("Who", new ArrayList<>(ASKED).toArray(String[]::new))).close();
        talk.quiet();
        talk.larch().clicks(DM, "Take this turn");
        send(talk.larch().modal().fill("Your words", "Zzsaid")).close();
        talk.quiet();
    }
}
