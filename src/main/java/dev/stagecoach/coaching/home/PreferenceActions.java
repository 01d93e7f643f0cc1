package dev.stagecoach.coaching.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Action.Handled;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.TeamPicker;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.rounds.VisibilityRoom;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What people want of the bot, and what becomes of what they told it. */
final class PreferenceActions {
    private static final Action<Optional<TeamId>> DATA = Action.click("home.data", Carried.perhapsTeam(),
            Access.reads(Who.ANYONE));
    /** Carries the first day on which check-ins come again. */
    private static final Action<LocalDate> PAUSE = Action.click("home.pause",
            new Carried<>(LocalDate::toString, PreferenceActions::day, (_, _) -> Optional.empty()),
            Access.writes(Who.ANYONE));

    private final PreferenceStore store = new PreferenceStore();
    private final People people;

    PreferenceActions(People people) {
        this.people = people;
    }

    List<Action.Typed> typed() {
        return List.of(
                new Action.Typed("preferences", "shows what I send you, and stops or changes it",
                        Ways.PREFERENCES.by((here, _) -> shown(here))).also("stop", "unsubscribe", "mute", "settings",
                                "quiet",
                                "notifications", "vacation"),
                new Action.Typed("pause", "pauses your check-ins: until Monday, for two weeks",
                        Ways.PREFERENCES.by((here, _) -> pauseAsked(here))).also("snooze"),
                new Action.Typed("data", "explains how to have your data deleted or exported",
                        DATA.by((here, _) -> data(here))).also("delete my data", "delete data", "export my data",
                                "export data", "export", "my data", "forget me"));
    }

    List<Handled<?>> actions() {
        return List.of(Ways.PREFERENCES.by((here, _) -> opened(here)), PreferenceForm.SAVE.by((here, _) -> sent(here)),
                PAUSE.by(this::pause), DATA.by((here, _) -> data(here)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** In one line. */
    String words(Transaction tx, PersonId person, Instant now) {
        return PreferenceWords.of(store.of(tx, person), today(tx, person, now));
    }

    private Reply shown(CallContext here) {
        var checkins = store.of(here.tx(), here.person()).checkins()
                ? Ways.STOP_CHECKINS.button("Stop check-ins", "")
                : Ways.START_CHECKINS.primary("Start check-ins again", "");
        return new Reply.ToYou(Card.saying(words(here.tx(), here.person(), here.now()))
                .buttons(Ways.PREFERENCES.primary("Change what I send you", Optional.empty()), checkins));
    }

    /** Nothing is paused before a button says until when. */
    private Reply pauseAsked(CallContext here) {
        var today = today(here.tx(), here.person(), here.now());
        var other = Ways.PREFERENCES.button("Choose another day", Optional.empty());
        return new Reply.ToYou(PauseWords.read(here.typed(), today)
                .map(day -> Card.saying("Pause your check-ins until " + DateText.day(day, today)
                        + "? They start again on that day.")
                        .buttons(PAUSE.primary("Pause until " + DateText.day(day, today), day), other))
                .orElseGet(() -> Card.saying("How long should I pause your check-ins?")
                        .buttons(until(PauseWords.monday(today), today), until(today.plusWeeks(2), today),
                                until(today.plusMonths(1), today), other)));
    }

    private static Button until(LocalDate day, LocalDate today) {
        return PAUSE.button("Until " + DateText.day(day, today), day);
    }

    private Reply pause(CallContext here, LocalDate day) {
        var today = today(here.tx(), here.person(), here.now());
        if (!PauseWords.ahead(day, today)) {
            return new Reply.Refused("That day has passed. Choose another one.",
                    Optional.of(Ways.PREFERENCES.button("Choose another day", Optional.empty())));
        }
        var wanted = store.of(here.tx(), here.person()).pausedUntil(day);
        store.keep(here.tx(), here.person(), wanted, here.now());
        return new Reply.Replace(Card.saying(PreferenceWords.of(wanted, today))
                .buttons(Ways.PREFERENCES.button("Change what I send you", Optional.empty())));
    }

    private Reply opened(CallContext here) {
        return new Reply.Open(PreferenceForm.of(store.of(here.tx(), here.person()),
                today(here.tx(), here.person(), here.now())));
    }

    private Reply sent(CallContext here) {
        var today = today(here.tx(), here.person(), here.now());
        return switch (PreferenceForm.read(here.submission().answers(), today)) {
            case PreferenceForm.Read.Faulty(var mend) -> mend;
            case PreferenceForm.Read.Filled(var wanted) -> {
                store.keep(here.tx(), here.person(), wanted, here.now());
                yield new Reply.ToYou(Card.saying("Saved. " + PreferenceWords.of(wanted, today)));
            }
        };
    }

    /** Nobody but the operator can do it, so that is what it says. */
    private Reply data(CallContext here) {
        var card = Card.saying("I cannot delete or export all of your data myself: ask the person who runs me; they "
                + "have my database and can do both. If you do not know who that is, ask an admin of this Slack "
                + "workspace.");
        var teams = people.teams().of(here.tx(), here.person());
        return new Reply.ToYou(teams.isEmpty()
                ? card.buttons(HomeRoom.HELP.button("What I can do", Optional.empty()))
                : TeamPicker.below(card, teams, (name, team) -> VisibilityRoom.OPEN
                        .button("Who sees what" + (teams.size() > 1 ? " in " + name : ""), team.id())));
    }

    private LocalDate today(Transaction tx, PersonId person, Instant now) {
        var zone = people.members().person(tx, person).flatMap(Person::knownZone)
                .or(() -> people.teams().of(tx, person).stream().map(Team::zone).findFirst()).orElse(ZoneOffset.UTC);
        return now.atZone(zone).toLocalDate();
    }
}
