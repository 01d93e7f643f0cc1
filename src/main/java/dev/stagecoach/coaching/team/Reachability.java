package dev.stagecoach.coaching.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Presence;
import dev.stagecoach.coaching.evidence.EvidenceStore;
import dev.stagecoach.outbox.HeldBackStore;
import dev.stagecoach.outbox.Outbox;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.ReachabilityStore;
import dev.stagecoach.people.ReachabilityStore.Lost;
import dev.stagecoach.people.Retention;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.UnreachableReason;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an eye on where the bot is out of reach. What is gone is told once to the coaches of the teams that it
 * concerns, within their hours; while a team's channel is gone its schedules rest, and go on when it is back.
 */
public final class Reachability implements Presence {
    static final String GONE = "place.gone";
    static final String BACK = "place.back";
    private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);
    private static final Duration LOOK_FOR_CHANNEL = Duration.ofHours(1);
    private static final Duration LOOK_FOR_WORKSPACE = Duration.ofMinutes(10);

    private final ReachabilityStore store = new ReachabilityStore();
    private final HeldBackStore heldBack = new HeldBackStore();
    private final EvidenceStore evidence = new EvidenceStore();
    private final Database database;
    private final People people;
    private final Outbox outbox;
    private final Retention retention;

    /** @param retention how long a workspace's data outlive an uninstalling */
    public Reachability(Database database, People people, Outbox outbox, Retention retention) {
        this.retention = retention;
        this.database = database;
        this.people = people;
        this.outbox = outbox;
    }

    @Override
    public void gone(Address place, UnreachableReason how, Instant now) {
        var known = database.read(tx -> store.find(tx, Address.format(place)));
        if (known.isPresent()) {
            if (overrides(how, known.get().how())) {
                otherwise(place, how, now);
            }
        } else if (!database.read(tx -> concerned(tx, place)).isEmpty()) {
            database.change(tx -> {
                var lost = new Lost(Address.format(place), how, now);
                if (store.note(tx, lost.place(), how, now, now.plus(LOOK_FOR_CHANNEL))) {
                    tell(tx, place, GONE, new ReachabilityNotice(lost), new ReachabilityNotice(lost)::goneKey, now);
                    concerned(tx, place).forEach(team -> tellIfCoachless(tx, team, lost, now));
                }
            });
        }
    }

    /** The team hears of it where the coach whom it lost just now was its last. */
    private void tellIfCoachless(Transaction tx, Team team, Lost lost, Instant now) {
        if (people.members().coaches(tx, team.id()).isEmpty() && store.lostCoaches(tx, team.id()).contains(lost)) {
            var subject = TakeOverRoom.subject(lost);
            outbox.plan(tx, team.id(), TakeOverRoom.key(team.id(), subject), TakeOverRoom.COACHLESS, team.channel(),
                    subject, people.days().ofTeam(tx, team).nextOpen(now));
        }
    }

    /** To a bot that is outside, a channel looks the same whether archived or deleted: removed is the least it knows. */
    private static boolean overrides(UnreachableReason how, UnreachableReason known) {
        return switch (how) {
            case DELETED -> known != UnreachableReason.DELETED && known != UnreachableReason.TAKEN;
            case ARCHIVED -> known == UnreachableReason.REMOVED;
            case REMOVED, TAKEN, DEACTIVATED, SHUT_OUT, UNINSTALLED -> false;
        };
    }

    /** What was told asks for something that no longer helps, so the coaches are told what does. */
    private void otherwise(Address place, UnreachableReason how, Instant now) {
        database.change(tx -> store.find(tx, Address.format(place)).filter(known -> known.how() != how)
                .map(known -> new Lost(known.place(), how, known.since())).ifPresent(lost -> {
                    store.change(tx, lost.place(), how, lost.since());
                    tell(tx, place, GONE, new ReachabilityNotice(lost), new ReachabilityNotice(lost)::goneKey, now);
                }));
    }

    /** What a look at a channel shows, whatever was told of it or was not; empty where the bot cannot see it. */
    void seen(ChannelId channel, Optional<Directory.Channel> seen, Instant now) {
        if (seen.isEmpty()) {
            gone(channel, UnreachableReason.REMOVED, now);
        } else if (seen.get().archived()) {
            gone(channel, UnreachableReason.ARCHIVED, now);
        } else if (seen.get().joined()) {
            back(channel, now);
        } else if (known(Address.format(channel))) {
            otherwise(channel, UnreachableReason.REMOVED, now);
        } else {
            gone(channel, UnreachableReason.REMOVED, now);
        }
    }

    @Override
    public void perhapsBack(ChannelId channel, Instant now) {
        database.change(tx -> store.lookAgain(tx, Address.format(channel), now));
    }

    @Override
    public void back(Address place, Instant now) {
        // An account is deactivated or not; that a message passes says nothing new about it.
        if (place instanceof ChannelId && known(Address.format(place))) {
            database.change(tx -> returned(tx, place, now));
        }
    }

    void returned(Transaction tx, Address place, Instant now) {
        store.find(tx, Address.format(place)).ifPresent(lost -> {
            if (store.forget(tx, lost.place())) {
                heldBack.release(tx, place, now);
                tell(tx, place, BACK, new ReachabilityNotice(lost), new ReachabilityNotice(lost)::backKey, now);
            }
        });
    }

    /** A channel says so only where the bot is in it, so what was held back for it can go out. */
    @Override
    public void moved(ChannelId from, ChannelId to, Instant now) {
        database.change(tx -> {
            var keeping = people.teams().inChannel(tx, to);
            if (keeping.isPresent()) {
                LOG.warn("channel {} is {} now, where there is a team already; nothing moves", from, to);
                taken(tx, from, keeping.get(), now);
                return;
            }
            returned(tx, from, now);
            heldBack.release(tx, from, now);
            people.teams().moved(tx, from, to);
            outbox.moved(tx, from, to);
            evidence.moved(tx, from, to);
        });
    }

    /** One channel holds one team: the one that is there stays, the other keeps all but its channel. Both are told. */
    private void taken(Transaction tx, ChannelId from, Team keeping, Instant now) {
        people.teams().inChannel(tx, from).ifPresent(left -> {
            var place = Address.format(from);
            store.note(tx, place, UnreachableReason.TAKEN, now, now.plus(LOOK_FOR_CHANNEL));
            store.find(tx, place).map(known -> new Lost(place, UnreachableReason.TAKEN, known.since()))
                    .ifPresent(lost -> {
                        store.change(tx, place, lost.how(), lost.since());
                        var notice = new ReachabilityNotice(lost);
                        for (var team : List.of(left, keeping)) {
                            tell(tx, team, from, GONE, notice, notice::goneKey, now);
                        }
                    });
        });
    }

    @Override
    public void shutOut(String workspace, UnreachableReason how, Instant now) {
        database.change(tx -> {
            var place = ReachabilityStore.workspace(workspace);
            if (!store.note(tx, place, how, now, now.plus(LOOK_FOR_WORKSPACE))
                    && how == UnreachableReason.UNINSTALLED) {
                store.change(tx, place, how, now);
            }
        });
    }

    @Override
    public boolean away() {
        return database.read(tx -> store.shutOut(tx)).isPresent();
    }

    /** What keeps the bot from sending at all, for whoever runs it. */
    public Optional<String> trouble() {
        return database.read(tx -> store.shutOut(tx)).map(lost -> lost.how() == UnreachableReason.UNINSTALLED
                ? "the app was uninstalled on " + day(lost.since()) + "; nothing is sent, and " + afterwards(lost)
                : "Slack has not accepted the bot's token since " + day(lost.since())
                        + "; nothing is sent until it does");
    }

    private String afterwards(Lost lost) {
        return retention.legalHold()
                ? "no data are deleted, because a legal hold is on"
                : "on " + day(deletion(lost)) + " all data will be deleted, unless it is installed again";
    }

    /** When the data of a workspace that uninstalled the app go. */
    private Instant deletion(Lost lost) {
        return lost.since().plus(Duration.ofDays(retention.graceDays()));
    }

    /** Whether it is time to delete them; never while a legal hold is on. */
    boolean isOver(Lost lost, Instant now) {
        return lost.how() == UnreachableReason.UNINSTALLED && !retention.legalHold()
                && !now.isBefore(deletion(lost));
    }

    private static String day(Instant at) {
        return DateText.near(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** When to look for a place again that was not there at {@code now}. */
    static Instant nextLook(Lost lost, Instant now) {
        return now.plus(lost.how() == UnreachableReason.SHUT_OUT || lost.how() == UnreachableReason.UNINSTALLED
                ? LOOK_FOR_WORKSPACE
                : LOOK_FOR_CHANNEL);
    }

    private boolean known(String place) {
        return database.read(tx -> store.find(tx, place)).isPresent();
    }

    private void tell(Transaction tx, Address place, String kind, ReachabilityNotice notice,
            Function<PersonId, String> key, Instant now) {
        concerned(tx, place).forEach(team -> tell(tx, team, place, kind, notice, key, now));
    }

    private void tell(Transaction tx, Team team, Address place, String kind, ReachabilityNotice notice,
            Function<PersonId, String> key, Instant now) {
        for (var coach : people.members().of(tx, team.id(), Role.COACH).stream().map(Member::person)
                .filter(coach -> !coach.equals(place)).toList()) {
            outbox.plan(tx, team.id(), key.apply(coach), kind, coach, notice.subject(),
                    people.days().ofPerson(tx, team, coach).nextOpen(now));
        }
    }

    private List<Team> concerned(Transaction tx, Address place) {
        return switch (place) {
            case ChannelId channel -> people.teams().inChannel(tx, channel).map(List::of).orElseGet(List::of);
            case PersonId person -> store.teamsOf(tx, person).stream()
                    .flatMap(team -> people.teams().find(tx, team).stream()).toList();
        };
    }
}
