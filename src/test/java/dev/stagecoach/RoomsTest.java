package dev.stagecoach;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Action;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.mydata.MyDataRoom;
import dev.stagecoach.coaching.slot.SlotRoom;
import dev.stagecoach.coaching.team.Reachability;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Retention;
import dev.stagecoach.people.Roster;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.TownDirectory;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The rooms as they are wired: nothing that one of them says leads nowhere, and none of them is left out. */
class RoomsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/stagecoach");
    /** What travels in a button, a form or a row, such as "goal.edit"; names of files look the same. */
    private static final Pattern NAMED = Pattern.compile("\"([a-z]+(?:[.][a-z_-]+)+)\"");
    private static final Pattern FILE = Pattern.compile(".*[.](yml|md|ics|png|properties)");

    private final Database database = TestDatabases.sqlite();
    private final Rooms rooms = rooms(database);

    static Rooms rooms(Database database) {
        var people = People.create();
        var directory = new TownDirectory();
        var rooms = new Rooms(database, people, ShippedGuide.GUIDE, directory,
                new Roster(database, people, directory),
                new Reachability(database, people, new Outbox(), Retention.USUAL), false);
        rooms.add(new MyDataRoom(database, people, (_, _, _) -> true, Retention.USUAL));
        rooms.add(new SlotRoom(database, people, ShippedGuide.GUIDE, (_, _, _) -> true));
        return rooms;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyKindOfMessageHasItsWords() {
        assertThat(rooms.kinds().keySet()).isEqualTo(rooms.composers().keySet());
    }

    /** Whatever asks somebody for something in private can be stopped; a reminder is stopped beside its check-in. */
    @Test
    void everyNudgeCanBeStopped() {
        assertThat(rooms.composers()).allSatisfy((kind, composer) -> assertThat(composer.subscription().isPresent())
                .as(kind).isEqualTo(composer.policy() == SendPolicy.NUDGE
                        || composer.policy() == SendPolicy.REQUEST));
        assertThat(rooms.composers().values().stream().flatMap(composer -> composer.subscription().stream()))
                .containsAll(EnumSet.complementOf(EnumSet.of(Subscription.REMINDERS)));
    }

    /** A button whose action nobody handles is as dead as a form that nobody takes. */
    @Test
    void whateverIsNamedIsHandledSomewhere() throws IOException {
        var handled = new HashSet<>(rooms.composers().keySet());
        for (var feature : rooms.features()) {
            handled.addAll(feature.clicks().keySet());
            handled.addAll(feature.forms().keySet());
            handled.addAll(feature.shortcuts().keySet());
        }
        var named = named();
        assertThat(named).hasSizeGreaterThan(200).contains("goal.choose");
        assertThat(named).isSubsetOf(handled);
    }

    /** A word that people try first belongs to one command; none hides behind the word of another. */
    @Test
    void noAliasIsTakenTwice() {
        var typed = rooms.all().stream().flatMap(room -> room.feature().typed().stream()).toList();
        var words = typed.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.word()), one.aliases().also().stream())).toList();
        assertThat(words).doesNotHaveDuplicates().contains("stop", "survey", "delete my data");
        assertThat(typed.stream().flatMap(one -> one.aliases().instead().stream()))
                .isSubsetOf(typed.stream().map(Action.Typed::word).toList());
    }

    private static Set<String> named() throws IOException {
        var named = new TreeSet<String>();
        for (var folder : List.of("coaching", "outbox")) {
            try (var files = Files.walk(SOURCES.resolve(folder))) {
                for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    NAMED.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1))
                            .filter(name -> !FILE.matcher(name).matches()).forEach(named::add);
                }
            }
        }
        return named;
    }

    /** Whoever asks all rooms, for what is next, for a summary, or to tell them of a change, asks every one. */
    @Test
    void whoKnowsRoomsKnowsAllOfThem() throws IllegalAccessException {
        var lists = new ArrayList<List<?>>();
        for (var room : rooms.all()) {
            lists.addAll(listsOfRooms(room));
        }
        assertThat(lists).hasSizeGreaterThanOrEqualTo(5).allSatisfy(
                list -> assertThat(list).extracting(Object::getClass).isEqualTo(
                        rooms.all().stream().map(Object::getClass).collect(Collectors.toList())));
    }

    private static List<List<?>> listsOfRooms(Object from) throws IllegalAccessException {
        var found = new ArrayList<List<?>>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            var one = open.poll();
            if (one instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Room) {
                found.add(list);
            } else if (one.getClass().getPackageName().startsWith("dev.stagecoach.coaching") && seen.add(one)) {
                for (var field : fields(one.getClass())) {
                    field.setAccessible(true);
                    Stream.ofNullable(field.get(one)).filter(value -> !(value instanceof Room)).forEach(open::add);
                }
            }
        }
        return found;
    }

    private static List<Field> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers())).toList();
    }
}
