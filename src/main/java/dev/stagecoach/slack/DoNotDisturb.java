package dev.stagecoach.slack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.dnd.DndTeamInfoResponse;
import com.slack.api.methods.response.dnd.DndTeamInfoResponse.DndTeamMemberInfo;
import dev.stagecoach.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who has Slack's “do not disturb” on now. Remembers the answers for a while, because Slack may be asked seldom. */
final class DoNotDisturb {
    /** Slack takes at most so many people in one call. */
    private static final int AT_A_TIME = 50;
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    /** After a failure nobody is asked about for so long, unless Slack says how long. */
    private static final Duration REST = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(DoNotDisturb.class);

    private final SlackApi api;
    private final Map<PersonId, Known> known = new ConcurrentHashMap<>();
    private volatile Instant rests = Instant.MIN;

    DoNotDisturb(SlackApi api) {
        this.api = api;
    }

    /** What Slack said of somebody, to be believed within {@code from} and {@code until}. */
    private record Known(Optional<Instant> disturbable, Instant from, Instant until) {
        boolean holds(Instant now) {
            // A clock may be set back, in tests and in simulations.
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /**
     * Until when they do not want to be disturbed. Of whom Slack does not tell now, nothing is said. Messages go out one by
     * one and Slack takes 20 of these calls a minute, so the last call asks about those too whose turn is soon.
     */
    Map<PersonId, Instant> of(Set<PersonId> people, Supplier<List<PersonId>> soon, Instant now) {
        var unknown = people.stream().filter(person -> !holds(person, now)).collect(Collectors.toList());
        var room = Math.ceilDiv(unknown.size(), AT_A_TIME) * AT_A_TIME - unknown.size();
        if (room > 0) {
            soon.get().stream().filter(person -> !people.contains(person) && !holds(person, now)).limit(room)
                    .forEach(unknown::add);
        }
        for (var from = 0; from < unknown.size(); from += AT_A_TIME) {
            ask(unknown.subList(from, Math.min(from + AT_A_TIME, unknown.size())), now);
        }
        var until = new HashMap<PersonId, Instant>();
        for (var person : people) {
            Optional.ofNullable(known.get(person)).filter(one -> one.holds(now)).flatMap(Known::disturbable)
                    .ifPresent(moment -> until.put(person, moment));
        }
        return until;
    }

    private boolean holds(PersonId person, Instant now) {
        var one = known.get(person);
        return one != null && one.holds(now);
    }

    private void ask(List<PersonId> people, Instant now) {
        if (now.isBefore(rests)) {
            return;
        }
        try {
            var answer = api.methods().dndTeamInfo(r -> r.users(people.stream().map(PersonId::user).toList()));
            if (answer.isOk()) {
                learn(people, answer, now);
            } else {
                rest(now.plus(REMEMBERED), String.valueOf(answer.getError()));
            }
        } catch (SlackApiException e) {
            rest(now.plus(e.getResponse().code() == 429 ? ResponseMapping.retryAfter(e) : REST), "status "
                    + e.getResponse().code());
        } catch (IOException e) {
            rest(now.plus(REST), String.valueOf(e.getMessage()));
        }
    }

    private void rest(Instant until, String why) {
        LOG.warn("Slack does not tell who has do-not-disturb on ({}); quiet hours have to do until {}", why, until);
        rests = until;
    }

    private void learn(List<PersonId> people, DndTeamInfoResponse answer, Instant now) {
        var users = Optional.ofNullable(answer.getUsers()).orElseGet(Map::of);
        for (var person : people) {
            known.put(person, known(users.get(person.user()), now));
        }
    }

    /** Believed until it changes by itself, and not for long, because people change it by hand. */
    private static Known known(@Nullable DndTeamMemberInfo info, Instant now) {
        var forget = now.plus(REMEMBERED);
        if (info == null || !info.isDndEnabled() || info.getNextDndStartTs() == null
                || info.getNextDndEndTs() == null) {
            return new Known(Optional.empty(), now, forget);
        }
        var start = Instant.ofEpochSecond(info.getNextDndStartTs());
        var end = Instant.ofEpochSecond(info.getNextDndEndTs());
        if (start.isAfter(now)) {
            return new Known(Optional.empty(), now, earlier(start, forget));
        }
        return end.isAfter(now)
                ? new Known(Optional.of(end), now, earlier(end, forget))
                : new Known(Optional.empty(), now, forget);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
