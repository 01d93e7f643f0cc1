package dev.stagecoach.slack;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Slack's payloads as calls, with where they came from. The workspace is always the one the bot is installed in, also
 * for people who come from elsewhere by a shared channel. What they do in a form names their own as its team, or none;
 * the view knows better.
 */
final class PayloadReader {
    private final InstantSource clock;

    PayloadReader(InstantSource clock) {
        this.clock = clock;
    }

    static PersonId person(SlashCommandPayload payload) {
        return new PersonId(payload.getTeamId(), payload.getUserId());
    }

    static ChannelId channel(SlashCommandPayload payload) {
        return new ChannelId(payload.getTeamId(), payload.getChannelId());
    }

    static ReplyTarget origin(SlashCommandPayload payload) {
        return ReplyTarget.of(person(payload), payload.getTriggerId(), some(payload.getResponseUrl()));
    }

    Call.Click click(BlockActionPayload payload) {
        var action = payload.getActions().getFirst();
        return new Call.Click(person(payload), ButtonRenderer.action(action.getActionId()),
                some(action.getValue()).orElse(""), clicked(payload), clock.instant());
    }

    /** The form as it stands after a choice that is told at once, or a turn; empty where something else was clicked. */
    Optional<Call.Submission> change(BlockActionPayload payload) {
        var view = payload.getView();
        return view == null
                ? Optional.empty()
                : FieldRenderer.told(payload.getActions().getFirst().getActionId())
                        .map(form -> new Call.Submission(person(payload), form,
                                some(view.getPrivateMetadata()).orElse(""),
                                Submissions.answers(view.getState(), workspace(payload)), clock.instant()));
    }

    static boolean isButton(BlockActionPayload payload) {
        return "button".equals(payload.getActions().getFirst().getType());
    }

    static ReplyTarget origin(BlockActionPayload payload) {
        var view = Optional.ofNullable(payload.getView()).filter(one -> "modal".equals(one.getType()))
                .flatMap(one -> some(one.getId()));
        var thread = Optional.ofNullable(payload.getMessage()).flatMap(message -> some(message.getThreadTs()));
        var fleeting = payload.getContainer() != null && payload.getContainer().isEphemeral();
        return new ReplyTarget(person(payload), payload.getTriggerId(), some(payload.getResponseUrl()), thread, view,
                clicked(payload), fleeting);
    }

    static PersonId person(BlockActionPayload payload) {
        return new PersonId(workspace(payload), payload.getUser().getId());
    }

    private static Optional<MessageRef> clicked(BlockActionPayload payload) {
        var channel = Optional.ofNullable(payload.getChannel()).flatMap(one -> some(one.getId()))
                .map(id -> new ChannelId(workspace(payload), id));
        return Optional.ofNullable(payload.getContainer()).flatMap(container -> some(container.getMessageTs()))
                .flatMap(ts -> channel.map(place -> new MessageRef(place, ts)));
    }

    Call.Submission submission(ViewSubmissionPayload payload) {
        var view = payload.getView();
        return new Call.Submission(person(payload), view.getCallbackId(), some(view.getPrivateMetadata()).orElse(""),
                Submissions.answers(view.getState(), workspace(payload)), clock.instant());
    }

    static ReplyTarget origin(ViewSubmissionPayload payload) {
        return ReplyTarget.form(person(payload), some(payload.getTriggerId()).orElse(""), payload.getView().getId());
    }

    static PersonId person(ViewSubmissionPayload payload) {
        return new PersonId(workspace(payload), payload.getUser().getId());
    }

    Call.Shortcut shortcut(MessageShortcutPayload payload, Function<String, Optional<String>> names) {
        var channel = new ChannelId(workspace(payload), payload.getChannel().getId());
        var words = some(payload.getMessage().getText()).orElse("");
        return new Call.Shortcut(person(payload), payload.getCallbackId(),
                new MessageRef(channel, payload.getMessageTs()), ReadableText.of(words, names), clock.instant());
    }

    static ReplyTarget origin(MessageShortcutPayload payload) {
        return ReplyTarget.of(person(payload), payload.getTriggerId(), some(payload.getResponseUrl()));
    }

    static PersonId person(MessageShortcutPayload payload) {
        return new PersonId(workspace(payload), payload.getUser().getId());
    }

    /** What is clicked the bot wrote, so the message is of its workspace, whoever clicks. */
    private static String workspace(BlockActionPayload payload) {
        var view = Optional.ofNullable(payload.getView());
        return view.flatMap(one -> some(one.getAppInstalledTeamId()))
                .or(() -> Optional.ofNullable(payload.getMessage()).flatMap(message -> some(message.getTeam())))
                .or(() -> Optional.ofNullable(payload.getTeam()).flatMap(team -> some(team.getId())))
                .or(() -> view.flatMap(one -> some(one.getTeamId())))
                .orElseGet(() -> payload.getUser().getTeamId());
    }

    static String workspace(ViewSubmissionPayload payload) {
        var view = payload.getView();
        return some(view.getAppInstalledTeamId())
                .or(() -> Optional.ofNullable(payload.getTeam()).flatMap(team -> some(team.getId())))
                .or(() -> some(view.getTeamId())).orElseGet(() -> payload.getUser().getTeamId());
    }

    private static String workspace(MessageShortcutPayload payload) {
        return Optional.ofNullable(payload.getTeam()).flatMap(team -> some(team.getId()))
                .orElseGet(() -> payload.getUser().getTeamId());
    }

    private static Optional<String> some(@Nullable String text) {
        return Optional.ofNullable(text).filter(words -> !words.isEmpty());
    }
}
