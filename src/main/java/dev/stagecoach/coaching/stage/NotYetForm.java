package dev.stagecoach.coaching.stage;

import java.util.List;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;

/** The form in which whoever answers says what is missing for a move; its context is the proposal. */
record NotYetForm(String word) {
    private static final ProposalStore STORE = new ProposalStore();
    static final Action<String> SEND = Action.form("journey.not_yet", Carried.thing(STORE::team),
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final String WORD = "word";

    static Form form(Proposal proposal, ChannelAudience audience) {
        return SEND.form("Not yet", "Say so", proposal.id(), List.of(new Field.LongText(WORD, "What is missing",
                "I post it with your name in " + audience.channel() + ".", false, MoveForm.LONGEST, "")));
    }

    static NotYetForm read(FormReader reading) {
        return new NotYetForm(reading.required(WORD, MoveForm.LONGEST,
                "Please say in a sentence what is missing, so that the team knows what to do."));
    }
}
