package dev.stagecoach.slack;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.User;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Directory;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Slack knows of people and channels. Asks every time, except who wants to be disturbed; who wants to
 * remember, remembers. */
public final class SlackDirectory implements Directory {
    private static final Logger LOG = LoggerFactory.getLogger(SlackDirectory.class);

    private static final int PAGE = 200;
    private static final int MOST_PAGES = 50;
    private static final Set<String> UNKNOWN = Set.of("user_not_found", "user_not_visible", "channel_not_found",
            "not_in_channel", "invalid_user", "method_not_supported_for_channel_type");

    private final SlackApi api;
    private final DoNotDisturb doNotDisturb;

    public SlackDirectory(SlackApi api) {
        this.api = api;
        this.doNotDisturb = new DoNotDisturb(api);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return asked(() -> api.methods().usersInfo(r -> r.user(id.user())))
                .map(answer -> person(id, answer.getUser()));
    }

    private static Person person(PersonId id, User user) {
        var profile = Optional.ofNullable(user.getProfile());
        var name = Stream.of(profile.map(User.Profile::getDisplayName), profile.map(User.Profile::getRealName),
                Optional.ofNullable(user.getRealName()), Optional.ofNullable(user.getName()))
                .flatMap(Optional::stream).filter(words -> !words.isBlank()).findFirst().orElse(id.user());
        return new Person(id, name, zone(user), kind(user), !user.isDeleted());
    }

    private static Person.Kind kind(User user) {
        if (user.isBot() || "USLACKBOT".equals(user.getId())) {
            return Person.Kind.BOT;
        }
        if (user.isStranger()) {
            return Person.Kind.STRANGER;
        }
        return user.isRestricted() || user.isUltraRestricted() ? Person.Kind.GUEST : Person.Kind.FULL;
    }

    /** Slack's own names are not all Java's, and some profiles have only an offset, or nothing. */
    private static ZoneId zone(User user) {
        try {
            if (user.getTz() != null) {
                return ZoneId.of(user.getTz());
            }
        } catch (DateTimeException e) {
            LOG.info("{} has a time zone that this Java does not know: {}", user.getId(), e.getMessage());
        }
        var offset = Optional.ofNullable(user.getTzOffset()).orElse(0);
        return Math.abs(offset) <= ZoneOffset.MAX.getTotalSeconds() && offset != 0
                ? ZoneOffset.ofTotalSeconds(offset)
                : Person.NO_ZONE;
    }

    @Override
    public Optional<Channel> channel(ChannelId id) {
        return asked(() -> api.methods().conversationsInfo(r -> r.channel(id.channel())))
                .map(answer -> channel(id, answer.getChannel()));
    }

    private static Channel channel(ChannelId id, Conversation channel) {
        var direct = channel.isIm() || channel.isMpim();
        var name = channel.getName() == null || channel.getName().isBlank() ? "direct message" : channel.getName();
        return new Channel(id, name, direct, channel.isArchived(), channel.isMember() || channel.isIm());
    }

    @Override
    public List<PersonId> membersOf(ChannelId id) {
        var members = new ArrayList<PersonId>();
        var cursor = Optional.of("");
        for (var page = 0; page < MOST_PAGES && cursor.isPresent(); page++) {
            var from = cursor.get();
            var answer = asked(() -> api.methods().conversationsMembers(r -> {
                r.channel(id.channel()).limit(PAGE);
                return from.isEmpty() ? r : r.cursor(from);
            }));
            answer.ifPresent(some -> some.getMembers().stream().map(user -> new PersonId(id.workspace(), user))
                    .forEach(members::add));
            cursor = answer.flatMap(SlackDirectory::next);
        }
        return List.copyOf(members);
    }

    private static Optional<String> next(ConversationsMembersResponse answer) {
        return Optional.ofNullable(answer.getResponseMetadata())
                .flatMap(data -> Optional.ofNullable(data.getNextCursor())).filter(cursor -> !cursor.isEmpty());
    }

    @Override
    public Map<PersonId, Instant> doNotDisturb(Set<PersonId> people, Supplier<List<PersonId>> soon, Instant now) {
        return doNotDisturb.of(people, soon, now);
    }

    /** The answer; empty where Slack knows nothing of the kind. */
    private static <R extends SlackApiTextResponse> Optional<R> asked(ResponseMapping.Call<R> call) {
        try {
            var answer = call.run();
            if (answer.isOk()) {
                return Optional.of(answer);
            }
            var error = String.valueOf(answer.getError());
            if (UNKNOWN.contains(error)) {
                return Optional.empty();
            }
            throw new Unavailable(ResponseMapping.words(error), new IOException(error));
        } catch (SlackApiException | IOException e) {
            throw new Unavailable(ResponseMapping.silence(e), e);
        }
    }
}
