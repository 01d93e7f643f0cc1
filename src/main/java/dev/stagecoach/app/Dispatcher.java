package dev.stagecoach.app;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.TeamPicker;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;

/**
 * Where every call arrives, whatever the chat service: finds the feature that answers, checks who may ask, and turns
 * a fault into words and a reference. Nothing here throws.
 */
public final class Dispatcher {
    private static final String PICK_TEAM = "desk.team";
    private static final String TYPE = "desk.type";
    private static final int LONGEST_WORD = 30;
    private static final Reply TOO_FAST = Reply.Refused.forNow(
            "That is more at once than I can keep up with. Nothing is lost: wait a few seconds, then try again.");

    private final Features features;
    private final Commands commands;
    private final Database database;
    private final People people;
    private final BiFunction<PersonId, Instant, Card> nextStep;
    private final Consumer<PersonId> afterwards;
    private final IdempotencyLog handled;
    private final Optional<CallLimit> limit;

    /**
     * @param nextStep what a person is told whose words are no command
     * @param afterwards told who has just been answered; must return at once
     */
    public Dispatcher(List<Handlers> features, Database database, People people,
            BiFunction<PersonId, Instant, Card> nextStep, Consumer<PersonId> afterwards) {
        this.nextStep = nextStep;
        this.features = new Features(features);
        this.commands = this.features.commands();
        this.database = database;
        this.people = people;
        this.afterwards = afterwards;
        this.handled = new IdempotencyLog(database);
        this.limit = Optional.empty();
    }

    private Dispatcher(Dispatcher same, CallLimit limit) {
        this.nextStep = same.nextStep;
        this.features = same.features;
        this.commands = same.commands;
        this.database = same.database;
        this.people = same.people;
        this.afterwards = same.afterwards;
        this.handled = same.handled;
        this.limit = Optional.of(limit);
    }

    /** The same, where nobody may call faster than this. */
    public Dispatcher limited(CallLimit to) {
        return new Dispatcher(this, to);
    }

    /** Which calls have been answered before. */
    public IdempotencyLog handled() {
        return handled;
    }

    /** {@code /coach} with whatever stands behind it. */
    public Reply typed(PersonId person, ChannelId channel, String text, Instant now) {
        return guarded(person, now, () -> {
            var call = new Call.Typed(person, channel, Optional.empty(), text, now);
            return commands.read(text).map(meant -> answer(meant, call)).orElseGet(() -> unknown(call));
        });
    }

    /** What somebody writes to the bot alone: a command in plain words, or else the next step is the answer. */
    public Reply said(PersonId person, ChannelId conversation, String text, Instant now) {
        return guarded(person, now, () -> {
            var call = new Call.Typed(person, conversation, Optional.empty(), PlainWords.command(text), now);
            return (call.rest().isEmpty() ? Optional.<Commands.Meant>empty() : commands.read(call.rest()))
                    .map(meant -> behindAButton(answer(meant, call), meant, conversation))
                    .orElseGet(() -> commands.nearest(call.rest()).map(near -> guess(near, conversation))
                            .orElseGet(() -> new Reply.ToYou(nextStep.apply(person, now))));
        });
    }

    private static Reply guess(Commands.Meant near, ChannelId conversation) {
        return new Reply.ToYou(Card.saying("Did you mean “" + near.command().word() + "”?")
                .buttons(again(near, conversation)));
    }

    /** No form opens from a message, only from a click. */
    private static Reply behindAButton(Reply reply, Commands.Meant meant, ChannelId conversation) {
        return switch (reply) {
            case Reply.Open(var form) -> behindAButton(form, meant, conversation);
            case Reply.Next(var form) -> behindAButton(form, meant, conversation);
            default -> reply;
        };
    }

    private static Reply behindAButton(Form form, Commands.Meant meant, ChannelId conversation) {
        var open = again(meant, conversation);
        return new Reply.ToYou(Card.saying(form.title() + " opens with this button.")
                .buttons(Button.primary("Open it", open.action(), open.value())));
    }

    public Reply clicked(Call.Click click) {
        return switch (click.action()) {
            case TYPE -> typedByClick(click);
            case PICK_TEAM -> guarded(click.person(), click.now(), () -> teamPicked(click));
            default -> guarded(click.person(), click.now(), () -> features.click(click.action())
                    .map(handler -> handler.apply(click)).orElseGet(Dispatcher::outdated));
        };
    }

    public Reply submitted(Call.Submission submission) {
        var reply = guarded(submission.person(), submission.now(), () -> features.form(submission.form())
                .map(handler -> handler.apply(submission)).orElseGet(Dispatcher::outdatedForm));
        return reply instanceof Reply.Refused refused ? ErrorBoundary.keepForm(submission, refused) : reply;
    }

    public Reply shortcut(Call.Shortcut shortcut) {
        return guarded(shortcut.person(), shortcut.now(), () -> features.shortcut(shortcut.name())
                .map(handler -> handler.apply(shortcut)).orElseGet(Dispatcher::outdated));
    }

    private Reply guarded(PersonId person, Instant now, Supplier<Reply> answer) {
        if (limit.filter(one -> !one.admits(person, now)).isPresent()) {
            return TOO_FAST;
        }
        var reply = ErrorBoundary.caught(answer);
        ErrorBoundary.beside(() -> afterwards.accept(person));
        return reply;
    }

    private Reply answer(Commands.Meant meant, Call.Typed typed) {
        var command = meant.command();
        var call = new Call.Typed(typed.person(), typed.channel(), Optional.empty(), meant.rest(), typed.now());
        if (command.audience() == Who.ANYONE) {
            return command.answer().apply(inTeam(call, here(call)));
        }
        return switch (meant(call)) {
            case List<Team> none when none.isEmpty() -> Reply.Refused.because("You are not on a team yet. To start "
                    + "one, type /coach setup in your team's channel; if there already is one, join its channel.");
            case List<Team> one when one.size() == 1 ->
                inTeam(forCaller(meant, call, one.getFirst()), call, one.getFirst());
            case List<Team> several -> pick(meant, call, several);
        };
    }

    private Optional<Team> here(Call.Typed call) {
        return database.read(tx -> people.teams().inChannel(tx, call.channel()));
    }

    /** The channel's team, or elsewhere all teams of the caller. */
    private List<Team> meant(Call.Typed call) {
        return here(call).map(List::of).orElseGet(() -> database.read(tx -> people.teams().of(tx, call.person())));
    }

    private Reply inTeam(Command command, Call.Typed call, Team team) {
        var standing = database.read(tx -> people.members().standing(tx, team.id(), call.person()));
        return command.audience().admits(standing)
                ? command.answer().apply(inTeam(call, Optional.of(team)))
                : Reply.Refused.because("/coach " + command.word() + " is for " + command.audience().words() + " in "
                        + team.name() + ".");
    }

    /** A word of everyday speech means what is the caller's to use; the command's own word means just that. */
    private Command forCaller(Commands.Meant meant, Call.Typed call, Team team) {
        var command = meant.command();
        var other = command.aliases().instead().filter(_ -> meant.byAlias()).flatMap(commands::word);
        return other.filter(_ -> {
            var standing = database.read(tx -> people.members().standing(tx, team.id(), call.person()));
            return !command.audience().admits(standing);
        }).orElse(command);
    }

    private static Call.Typed inTeam(Call.Typed call, Optional<Team> team) {
        return new Call.Typed(call.person(), call.channel(), team.map(Team::id), call.rest(), call.now());
    }

    private Reply pick(Commands.Meant meant, Call.Typed call, List<Team> several) {
        return new Reply.ToYou(TeamPicker.below(Card.saying("Which team is this about?"), several,
                (name, team) -> Button.of(name, PICK_TEAM, team.id() + " " + call.channel() + " "
                        + forCaller(meant, call, team).word() + " " + call.rest())));
    }

    private Reply teamPicked(Call.Click click) {
        var parts = click.value().split(" ", 4);
        if (parts.length < 4) {
            return outdated();
        }
        var team = database.read(tx -> people.teams().find(tx, new TeamId(parts[0])));
        var command = commands.word(parts[2]);
        var channel = ChannelId.find(parts[1]);
        if (team.isEmpty() || command.isEmpty() || channel.isEmpty()) {
            return outdated();
        }
        var call = new Call.Typed(click.person(), channel.get(), Optional.empty(), parts[3], click.now());
        return inTeam(command.get(), call, team.get());
    }

    private Reply unknown(Call.Typed call) {
        var word = call.rest().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        var shown = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "…" : word;
        var near = commands.nearest(call.rest());
        var meant = near.map(one -> " Did you mean /coach " + one.command().word() + "?").orElse("");
        var wayOn = near.or(() -> commands.word("help").map(help -> new Commands.Meant(help, "")))
                .map(one -> again(one, call.channel()));
        return new Reply.Refused("I do not know “" + shown + "”." + meant + " /coach help shows everything I can do.",
                wayOn);
    }

    /** The command as a button. */
    private static Button again(Commands.Meant meant, ChannelId channel) {
        var line = (meant.command().word() + " " + meant.rest()).strip();
        return Button.of("/coach " + meant.command().word(), TYPE, channel + " " + line);
    }

    /** A command that came as a button. */
    private Reply typedByClick(Call.Click click) {
        var parts = click.value().split(" ", 2);
        return parts.length < 2
                ? outdated()
                : ChannelId.find(parts[0]).map(channel -> typed(click.person(), channel, parts[1], click.now()))
                        .orElseGet(Dispatcher::outdated);
    }

    private static Reply outdated() {
        return Reply.Refused.because("That button is from an older version of me. /coach takes you to the new one.");
    }

    private static Reply outdatedForm() {
        return Reply.Refused.because("This form is from an older version of me, so I cannot save it. Copy what you "
                + "typed, close the form, and open it again: /coach takes you there.");
    }
}
