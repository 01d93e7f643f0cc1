package dev.stagecoach.outbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.stagecoach.outbox.SendRules.Allowance;
import dev.stagecoach.outbox.SendRules.Circumstances;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what {@link SendRules} wants to know, and what may share a message. */
final class SendContext {
    /** No week is longer, whatever the clocks do. */
    private static final Duration LONGEST_WEEK = Duration.ofDays(8);

    private static final Logger LOG = LoggerFactory.getLogger(SendContext.class);

    private final Map<String, Composer> composers;
    private final Readers readers;

    SendContext(Map<String, Composer> composers, Readers readers) {
        this.composers = Map.copyOf(composers);
        this.readers = readers;
    }

    SendPolicy policy(Claim claim) {
        return claim.parent().isPresent()
                ? SendPolicy.ECHO
                : claim.links().policy().or(() -> Optional.ofNullable(composers.get(claim.delivery().kind()))
                        .map(Composer::policy)).orElse(SendPolicy.ECHO);
    }

    /** Whether sending this uses up one of the person's nudges of the week. */
    boolean spends(Claim claim) {
        return asks(claim) && claim.links().follows().isEmpty();
    }

    /** What its reader can stop it with: a repeat with reminders as well. */
    private Set<Subscription> subscriptions(Claim claim) {
        var kinds = EnumSet.noneOf(Subscription.class);
        if (asks(claim)) {
            Optional.ofNullable(composers.get(claim.delivery().kind())).flatMap(Composer::subscription)
                    .ifPresent(kinds::add);
        }
        if (kinds.contains(Subscription.CHECKINS) && claim.links().follows().isPresent()
                && policy(claim) == SendPolicy.NUDGE) {
            kinds.add(Subscription.REMINDERS);
        }
        return kinds;
    }

    /** What the reader of a message can stop with the buttons that all kinds share; empty where it has others or none. */
    Optional<Subscription> shared(Delivery row) {
        return Optional.ofNullable(composers.get(row.kind()))
                .filter(composer -> row.to() instanceof PersonId && !composer.hasOwnWays())
                .flatMap(Composer::subscription);
    }

    /** A private message that wants something; all of them that are due may be one message. */
    private boolean asks(Claim claim) {
        return claim.delivery().to() instanceof PersonId && switch (policy(claim)) {
            case NUDGE, REQUEST -> true;
            case REPORT, ECHO -> false;
        };
    }

    /**
     * The claims as tasks, a list for each address, each in the order of the claims. Asks the chat service.
     *
     * @param soon people who hear something soon, in case they can be asked about in the same go
     */
    List<List<SendTask>> lanes(List<Claim> batch, Supplier<List<PersonId>> soon, Instant now) {
        var disturbable = disturbable(batch, soon, now);
        var lanes = batch.stream().collect(
                Collectors.groupingBy(claim -> claim.delivery().to(), LinkedHashMap::new, Collectors.toList()));
        return lanes.entrySet().stream().map(lane -> lane.getKey() instanceof PersonId person
                ? errands(lane.getValue(), Optional.ofNullable(disturbable.get(person)))
                : errands(lane.getValue(), Optional.empty())).toList();
    }

    /** Who must not be disturbed now, and until when. Where that cannot be asked, quiet hours have to do. */
    private Map<PersonId, Instant> disturbable(List<Claim> batch, Supplier<List<PersonId>> soon, Instant now) {
        var asked = batch.stream().filter(claim -> claim.work() == Claim.Work.SEND && asks(claim))
                .map(claim -> claim.delivery().to()).filter(PersonId.class::isInstance).map(PersonId.class::cast)
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return Map.of();
        }
        try {
            return readers.directory().doNotDisturb(asked, soon, now);
        } catch (RuntimeException e) {
            LOG.warn("nobody could tell who wants not to be disturbed; the quiet hours have to do", e);
            return Map.of();
        }
    }

    private List<SendTask> errands(List<Claim> lane, Optional<Instant> disturbable) {
        var together = lane.stream().filter(claim -> claim.work() == Claim.Work.SEND && asks(claim)).toList();
        var errands = new ArrayList<SendTask>();
        for (var claim : lane) {
            if (!together.contains(claim)) {
                errands.add(new SendTask(List.of(claim), Optional.empty()));
            } else if (claim == together.getFirst()) {
                errands.add(new SendTask(together, disturbable));
            }
        }
        return errands;
    }

    /** Which of the rows may go out now, in their order. */
    Map<Claim, SendRules> courtesies(Transaction tx, List<SendTask> errands, Instant now) {
        var minding = errands.stream().flatMap(task -> task.claims().stream()).filter(this::minds).toList();
        var audience = Audience.of(tx, readers.people(), minding, now.minus(LONGEST_WEEK));
        var courtesies = atOnce(errands, now);
        for (var task : errands) {
            task.claims().stream().filter(this::minds).forEach(
                    claim -> courtesies.put(claim, rules(audience, claim, task.disturbable(), now)));
        }
        return courtesies;
    }

    /** What holds for rows that need not {@link #minds mind}. */
    static Map<Claim, SendRules> atOnce(List<SendTask> errands, Instant now) {
        var courtesies = new LinkedHashMap<Claim, SendRules>();
        errands.forEach(task -> task.claims()
                .forEach(claim -> courtesies.put(claim, SendRules.atAnyTime(claim.delivery().dueAt(), now))));
        return courtesies;
    }

    /** Whether the row has to heed its reader's day. */
    boolean minds(Claim claim) {
        return policy(claim) != SendPolicy.ECHO;
    }

    /** What there is to say about a row that went out when its attempt began. */
    Optional<String> note(Transaction tx, Claim claim) {
        var task = new SendTask(List.of(claim), Optional.empty());
        return courtesies(tx, List.of(task), claim.attemptAt()).get(claim) instanceof SendRules.Now(var note)
                ? note
                : Optional.empty();
    }

    private SendRules rules(Audience audience, Claim claim, Optional<Instant> disturbable, Instant now) {
        var policy = policy(claim);
        if (policy == SendPolicy.NUDGE
                && claim.links().follows().filter(first -> !audience.sent().contains(first)).isPresent()) {
            return new SendRules.Skip("Not sent because the message it repeats was not sent either.");
        }
        var unwanted = subscriptions(claim).stream()
                .filter(kind -> claim.delivery().to() instanceof PersonId reader && !audience.wants(reader, kind))
                .findFirst();
        if (unwanted.isPresent()) {
            return SendRules.unwanted(unwanted.get());
        }
        var day = audience.day(claim.delivery().team(), claim.delivery().to());
        return SendRules.of(policy, new Circumstances(claim.delivery().dueAt(), now, day, disturbable,
                allowance(audience, claim, day.zone(), now)));
    }

    private Optional<Allowance> allowance(Audience audience, Claim claim, ZoneId zone, Instant now) {
        if (!spends(claim) || !(claim.delivery().to() instanceof PersonId person)) {
            return Optional.empty();
        }
        var monday = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(zone).toInstant();
        return Optional.of(audience.allowance(person, monday, claim.links().latest()));
    }
}
