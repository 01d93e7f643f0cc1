package dev.stagecoach.slack;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.stagecoach.app.ErrorBoundary;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people are told beside what features say. */
final class FallbackText {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackText.class);

    /** For a form whose answer takes too long, while it cannot be kept for later either. */
    static final String NOT_YET = "I could not save this. Nothing is lost: wait a minute, then press the button "
            + "below again.";

    private FallbackText() {}

    static Card refusal(Reply.Refused refused) {
        var card = Card.saying(refused.reason());
        return refused.wayOn().map(card::buttons).orElse(card);
    }

    /** A reply where nothing but a message can be shown. */
    static Card message(Reply reply) {
        return switch (reply) {
            case Reply.ToYou(var card) -> card;
            case Reply.ToChannel(var card) -> card;
            case Reply.Replace(var card) -> card;
            case Reply.Refused refused -> refusal(refused);
            case Reply.Mend(var reasons) -> reasons(reasons);
            case Reply.Done() -> Card.saying("Done.");
            case Reply.Open(var form) -> onlyByClick(form);
            case Reply.Next(var form) -> onlyByClick(form);
        };
    }

    private static Card onlyByClick(Form form) {
        return Card.saying(form.title() + " opens only from a button. /coach shows them.");
    }

    /**
     * Reasons that have no form to stand in, and below them what was typed, so that nothing is lost.
     *
     * @param typed what stood in the form's text fields
     */
    static Card reasons(Map<String, String> reasons, List<String> typed) {
        var card = Card.titled("This could not be saved.").heading("Not saved yet")
                .bullets(reasons.values().stream().sorted().map(Text::of).toList());
        if (typed.isEmpty()) {
            return card;
        }
        card = card.text("Here is what you typed, to copy:");
        for (var text : typed) {
            card = card.quote(text);
        }
        return card;
    }

    static Card reasons(Map<String, String> reasons) {
        return reasons(reasons, List.of());
    }

    /** Above a form that has nothing to write a reason beside. */
    static Card above(Map<String, String> reasons) {
        return reasons(reasons).text("What you chose is still there: close this, then press the button again.");
    }

    /** For a form that comes again when its answer is not at hand. */
    static Card already() {
        return Card.titled("I already have this.").heading("I have this already")
                .text("I saved it the first time, and do not keep anything twice. You can close this.");
    }

    static Card tooLate() {
        return Card.saying("That took too long. Please click again.");
    }

    static Card moment() {
        return Card.titled("One moment, I am still working on it.").heading("One moment")
                .text("I am still working on it. The answer will appear here.");
    }

    static Card done() {
        return Card.saying("Done. You can close this.");
    }

    /** Logs a fault with a reference and has the words for whoever met it. */
    static Card fault(String what, Throwable fault) {
        return ErrorBoundary.passing(fault).map(Card::saying).orElseGet(() -> unexpected(what, fault));
    }

    private static Card unexpected(String what, Throwable fault) {
        var reference = UUID.randomUUID().toString().substring(0, 6);
        LOG.error("{}, reference {}", what, reference, fault);
        return Card.saying("Something went wrong on my side. Please try again; if it keeps happening, give the "
                + "person who runs me this reference: " + reference + ".");
    }
}
