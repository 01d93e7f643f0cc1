package dev.stagecoach.slack;

import java.util.Optional;

import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.people.PersonId;

/**
 * Where a call came from, and by which ways an answer can go back.
 *
 * @param trigger lets a modal be opened, within three seconds
 * @param responseUrl takes five answers within half an hour; none in modals and the Home tab
 * @param thread the thread of the clicked message
 * @param modal the view id of the modal that was clicked or sent in
 * @param clicked the bot's own message that was clicked
 * @param fleeting whether that message is one that only this person sees and Slack keeps nowhere
 */
record ReplyTarget(PersonId person, String trigger, Optional<String> responseUrl, Optional<String> thread,
        Optional<String> modal, Optional<MessageRef> clicked, boolean fleeting) {

    /** From a command or a shortcut. */
    static ReplyTarget of(PersonId person, String trigger, Optional<String> responseUrl) {
        return new ReplyTarget(person, trigger, responseUrl, Optional.empty(), Optional.empty(), Optional.empty(),
                false);
    }

    /** From a form. */
    static ReplyTarget form(PersonId person, String trigger, String view) {
        return new ReplyTarget(person, trigger, Optional.empty(), Optional.empty(), Optional.of(view), Optional.empty(),
                false);
    }
}
