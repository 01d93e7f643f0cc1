package dev.stagecoach.delivery;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.delivery.Courtesy.Allowance;
import dev.stagecoach.delivery.Courtesy.Circumstances;
import dev.stagecoach.delivery.DeliveryStore.State;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what {@link Courtesy} wants to know, and what may share a message. */
final class Etiquette {
    private static final Logger LOG = LoggerFactory.getLogger(Etiquette.class);

    private final Map<String, Composer> composers;
    private final Readers readers;
    private final DeliveryStore deliveries = new DeliveryStore();

    Etiquette(Map<String, Composer> composers, Readers readers) {
        this.composers = Map.copyOf(composers);
        this.readers = readers;
    }

    Manner manner(Claim claim) {
        return claim.parent().isPresent()
                ? Manner.ECHO
                : claim.ties().manner().or(() -> Optional.ofNullable(composers.get(claim.delivery().kind()))
                        .map(Composer::manner)).orElse(Manner.ECHO);
    }

    /** Whether sending this uses up one of the person's nudges of the week. */
    boolean spends(Claim claim) {
        return asks(claim) && claim.ties().follows().isEmpty();
    }

    /** A private message that wants something; all of them that are due may be one message. */
    private boolean asks(Claim claim) {
        return claim.delivery().to() instanceof PersonId && switch (manner(claim)) {
            case NUDGE, REQUEST -> true;
            case REPORT, ECHO -> false;
        };
    }

    /** The claims as errands, a list for each address, each in the order of the claims. Asks the chat service. */
    List<List<Errand>> lanes(List<Claim> batch, Instant now) {
        var disturbable = disturbable(batch, now);
        var lanes = batch.stream().collect(
                Collectors.groupingBy(claim -> claim.delivery().to(), LinkedHashMap::new, Collectors.toList()));
        return lanes.entrySet().stream().map(lane -> lane.getKey() instanceof PersonId person
                ? errands(lane.getValue(), Optional.ofNullable(disturbable.get(person)))
                : errands(lane.getValue(), Optional.empty())).toList();
    }

    /** Who must not be disturbed now, and until when. Where that cannot be asked, quiet hours have to do. */
    private Map<PersonId, Instant> disturbable(List<Claim> batch, Instant now) {
        var asked = batch.stream().filter(claim -> claim.work() == Claim.Work.SEND && asks(claim))
                .map(claim -> claim.delivery().to()).filter(PersonId.class::isInstance).map(PersonId.class::cast)
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return Map.of();
        }
        try {
            return readers.directory().doNotDisturb(asked, now);
        } catch (RuntimeException e) {
            LOG.warn("nobody could tell who wants not to be disturbed; the quiet hours have to do", e);
            return Map.of();
        }
    }

    private List<Errand> errands(List<Claim> lane, Optional<Instant> disturbable) {
        var together = lane.stream().filter(claim -> claim.work() == Claim.Work.SEND && asks(claim)).toList();
        var errands = new ArrayList<Errand>();
        for (var claim : lane) {
            if (!together.contains(claim)) {
                errands.add(new Errand(List.of(claim), Optional.empty()));
            } else if (claim == together.getFirst()) {
                errands.add(new Errand(together, disturbable));
            }
        }
        return errands;
    }

    /** Which of the rows may go out now, in their order. */
    Map<Claim, Courtesy> courtesies(Transaction tx, Errand errand, Instant now) {
        var courtesies = new LinkedHashMap<Claim, Courtesy>();
        errand.claims().forEach(claim -> courtesies.put(claim, courtesy(tx, claim, errand.disturbable(), now)));
        return courtesies;
    }

    /** What there is to say about a row that went out when its attempt began. */
    Optional<String> note(Transaction tx, Claim claim) {
        return courtesy(tx, claim, Optional.empty(), claim.attemptAt()) instanceof Courtesy.Now(var note)
                ? note
                : Optional.empty();
    }

    private Courtesy courtesy(Transaction tx, Claim claim, Optional<Instant> disturbable, Instant now) {
        var manner = manner(claim);
        if (manner == Manner.ECHO) {
            return new Courtesy.Now(Optional.empty());
        }
        if (manner == Manner.NUDGE && claim.ties().follows().filter(first -> !stands(tx, first)).isPresent()) {
            return new Courtesy.Skip("Not sent because the message that it was to repeat was not sent either.");
        }
        var team = readers.people().teams().find(tx, claim.delivery().team());
        var day = day(tx, claim, team);
        return Courtesy.of(manner, new Circumstances(claim.delivery().dueAt(), now, day, disturbable,
                allowance(tx, claim, team, day.zone(), now)));
    }

    private boolean stands(Transaction tx, String id) {
        return deliveries.state(tx, id).filter(State.SENT::equals).isPresent();
    }

    private Day day(Transaction tx, Claim claim, Optional<Team> team) {
        return switch (claim.delivery().to()) {
            case PersonId person -> team.map(one -> readers.people().days().ofPerson(tx, one, person))
                    .orElseGet(() -> usual(readers.people().members().person(tx, person).map(Person::zone)));
            case ChannelId _ -> team.map(one -> readers.people().days().ofTeam(tx, one))
                    .orElseGet(() -> usual(Optional.empty()));
        };
    }

    private static Day usual(Optional<ZoneId> zone) {
        return new Day(zone.orElse(ZoneOffset.UTC), QuietHours.USUAL, List.of());
    }

    private Optional<Allowance> allowance(Transaction tx, Claim claim, Optional<Team> team, ZoneId zone, Instant now) {
        if (!spends(claim) || !(claim.delivery().to() instanceof PersonId person)) {
            return Optional.empty();
        }
        var monday = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(zone).toInstant();
        var aWeek = team.map(one -> readers.budget().aWeek(tx, one, person)).orElse(1);
        return Optional.of(new Allowance(deliveries.spent(tx, person, monday), aWeek));
    }
}
