package dev.stagecoach.slack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Messenger.Outcome;
import dev.stagecoach.people.UnreachableReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Slack's answers, and its silence, mean for a message. */
final class ResponseMapping {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseMapping.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration RATE_LIMIT = Duration.ofSeconds(30);

    private ResponseMapping() {}

    /** A call of one of Slack's methods. */
    interface Call<R> {
        R run() throws IOException, SlackApiException;
    }

    /** Makes the call and says what became of it; {@code sent} reads an answer that says yes. */
    static <R extends SlackApiTextResponse> Outcome of(Call<R> call, Function<R, Outcome> sent) {
        try {
            var answer = call.run();
            return answer.isOk() ? sent.apply(answer) : refused(String.valueOf(answer.getError()));
        } catch (SlackApiException e) {
            return failed(e);
        } catch (IOException e) {
            return unreachable(e);
        }
    }

    /**
     * The same for what shows a card. Where Slack finds it too long, it goes once more, shortened; that is safe, for a
     * refusal is no message.
     */
    static <R extends SlackApiTextResponse> Outcome of(Card card, Function<Card, Call<R>> call,
            Function<R, Outcome> sent) {
        return of(() -> {
            var answer = call.apply(card).run();
            if (answer.isOk() || !Shortened.helps(String.valueOf(answer.getError()))) {
                return answer;
            }
            LOG.warn("Slack refused a message ({}); it goes once more, shortened", answer.getError());
            return call.apply(Shortened.of(card)).run();
        }, sent);
    }

    /** Why Slack gave no answer to a question, in words people understand. */
    static String silence(Exception e) {
        var outcome = e instanceof SlackApiException refusal
                ? failed(refusal)
                : unreachable(e instanceof IOException fault ? fault : new IOException(e));
        return switch (outcome) {
            case Outcome.TooFast(_, var reason) -> reason;
            case Outcome.Busy(_, var reason) -> reason;
            case Outcome.Impossible(var reason, _) -> reason;
            case Outcome.Unclear(var reason) -> reason;
            case Outcome.Sent _ -> throw new IllegalStateException("a fault is no answer", e);
        };
    }

    private static Outcome failed(SlackApiException e) {
        var status = e.getResponse().code();
        if (status == 429) {
            return new Outcome.TooFast(retryAfter(e), "Slack asked me to slow down.");
        }
        // A gateway that gives up does not know what the server behind it has done.
        if (status == 502 || status == 504) {
            return new Outcome.Unclear("Slack answered " + status + ".");
        }
        if (status >= 500) {
            return new Outcome.Busy(SOON, "Slack has trouble (" + status + ").");
        }
        var error = e.getError();
        return refused(error == null || error.getError() == null ? "status " + status : error.getError());
    }

    static Duration retryAfter(SlackApiException e) {
        var header = e.getResponse().header("Retry-After");
        return header != null && header.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(header)) : RATE_LIMIT;
    }

    private static Outcome unreachable(IOException e) {
        return neverArrived(e)
                ? new Outcome.Busy(SOON, "Slack cannot be reached.")
                : new Outcome.Unclear("Slack did not answer in time.");
    }

    private static boolean neverArrived(IOException e) {
        return e instanceof ConnectException || e instanceof UnknownHostException || e instanceof NoRouteToHostException
                || String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).startsWith("failed to connect");
    }

    private static Outcome refused(String error) {
        return switch (error) {
            case "ratelimited", "rate_limited", "message_limit_exceeded" -> new Outcome.TooFast(RATE_LIMIT,
                    "Slack asked me to slow down.");
            case "service_unavailable", "team_added_to_org" -> new Outcome.Busy(SOON, "Slack has trouble.");
            case "fatal_error", "internal_error", "request_timeout" -> new Outcome.Unclear(
                    "Slack said “" + error + "”.");
            default -> new Outcome.Impossible(words(error), gone(error));
        };
    }

    /** Where the error means that nothing at all arrives there any more. */
    private static Optional<UnreachableReason> gone(String error) {
        return switch (error) {
            case "is_archived" -> Optional.of(UnreachableReason.ARCHIVED);
            case "channel_not_found", "not_in_channel" -> Optional.of(UnreachableReason.REMOVED);
            case "user_not_found", "users_not_found", "user_disabled", "account_inactive_user", "is_inactive" ->
                Optional.of(UnreachableReason.DEACTIVATED);
            case "account_inactive", "token_revoked", "invalid_auth", "not_authed", "token_expired" ->
                Optional.of(UnreachableReason.SHUT_OUT);
            default -> Optional.empty();
        };
    }

    /** Why Slack refuses, and what to do, in words people understand. */
    static String words(String error) {
        return switch (error) {
            case "channel_not_found", "not_in_channel" ->
                "I am no longer in that channel. Invite me with /invite, and I will go on.";
            case "is_archived" -> "That channel is archived. Unarchive it, or set the team up in another one.";
            case "user_not_found", "users_not_found" -> "That person is no longer in this workspace.";
            case "user_disabled", "account_inactive_user", "is_inactive" -> "That person's account is deactivated.";
            case "account_inactive", "token_revoked", "invalid_auth", "not_authed", "token_expired" ->
                "Slack no longer accepts my token. The person who runs me has to install me again.";
            case "cannot_dm_bot", "cannot_dm_self" -> "That account is a program, and programs get no messages.";
            case "missing_scope" -> "Slack has not given me permission for this. The person who runs me can run "
                    + "`stagecoach check` to see what is missing.";
            case "restricted_action", "restricted_action_read_only_channel", "restricted_action_thread_only_channel",
                    "not_allowed_token_type", "ekm_access_denied" ->
                "The rules of this workspace do not let me post there. An admin of the workspace can allow it.";
            case "message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found" ->
                "That message no longer exists.";
            default -> "Slack refused the message (" + error + ").";
        };
    }
}
