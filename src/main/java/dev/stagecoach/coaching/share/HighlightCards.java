package dev.stagecoach.coaching.share;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.share.Highlight.Reach;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;

/** What highlights look like in chat. */
record HighlightCards(Function<PersonId, String> name, Function<TeamId, String> teamName) {
    private static final int SHOWN = 8;
    private static final int LONGEST_GIST = 120;

    /** @param fromSchool what the other teams of the school share there */
    Card list(Team team, List<Highlight> highlights, List<Highlight> fromSchool, boolean mayWrite) {
        var card = Card.titled("What works").heading("What works");
        if (highlights.isEmpty()) {
            card = card.text("Nothing has been shared in " + team.name() + " yet.");
        }
        for (var one : highlights.stream().limit(SHOWN).toList()) {
            card = card.text(Text.of(gist(one)).quiet(" (" + state(one) + ")"))
                    .buttons(ShareRoom.LOOK.button("Look", one.filled().id()));
        }
        card = fromSchool.isEmpty() ? card : card.text(Text.bolded("From other teams at " + team.school()));
        for (var one : fromSchool.stream().limit(SHOWN).toList()) {
            card = card.text(Text.of(gist(one)).quiet(" (" + teamName.apply(one.filled().team()) + ")"))
                    .buttons(ShareRoom.LOOK_AT_SCHOOL.button("Look", new Choice(team.id(), one.filled().id())));
        }
        return mayWrite ? card.buttons(ShareRoom.WRITE.primary("Share something", team.id())) : card;
    }

    /** Something of another team, as this reader's team finds it. */
    Card ofSchool(Highlight highlight, TeamId reader) {
        return told(highlight).footnote("Shared by " + teamName.apply(highlight.filled().team()) + ".")
                .buttons(ShareRoom.LIST.button("All of them", reader));
    }

    static String gist(Highlight highlight) {
        var entries = highlight.filled().entries();
        var words = entries.text(Highlight.WHAT) + ", " + entries.text(Highlight.CREDIT);
        return words.length() > LONGEST_GIST ? words.substring(0, LONGEST_GIST - 1) + "…" : words;
    }

    private String state(Highlight one) {
        if (one.refused()) {
            return "somebody in it would rather not, so it stays here";
        }
        if (!one.waiting().isEmpty()) {
            return "waiting for " + one.waiting().stream().map(name).collect(Collectors.joining(", "));
        }
        if (!one.agreed()) {
            return "a draft only you see";
        }
        return one.places().isEmpty() ? switch (one.reach()) {
            case TEAM -> "for the team";
            case SCHOOL -> "for the school";
            case OUTSIDE -> "can be shared outside";
        } : "shared: " + String.join(", ", one.places());
    }

    Card page(Highlight highlight, PersonId person, boolean mayTell) {
        return told(highlight).footnote(state(highlight)).buttons(buttons(highlight, person, mayTell));
    }

    private static Card told(Highlight highlight) {
        var entries = highlight.filled().entries();
        var card = Card.titled("Something that works").heading("Something that works")
                .text(entries.text(Highlight.WHAT)).text(Text.bolded("Credit: ").plus(entries.text(Highlight.CREDIT)));
        var link = entries.text(Highlight.LINK);
        return link.isEmpty() ? card : card.text(Text.of("").link(link, link));
    }

    private static List<Button> buttons(Highlight highlight, PersonId person, boolean mayTell) {
        var id = highlight.filled().id();
        var buttons = new ArrayList<Button>();
        if (highlight.answers().containsKey(person)) {
            buttons.add(ShareRoom.YES.primary("Yes, share it", id));
            buttons.add(ShareRoom.NO.button("Rather not", id));
        }
        if (mayTell && highlight.mayBeTold(Reach.OUTSIDE)) {
            buttons.add(ShareRoom.COPY.button("Text to copy", id));
            buttons.add(ShareRoom.TOLD.button("I shared it outside", id));
        }
        if (highlight.filled().author().equals(person)) {
            buttons.add(ShareRoom.EDIT.button("Edit", id));
            buttons.add(ShareRoom.DELETE.danger("Delete", id,
                    new Button.Confirm("Delete this?", "It will be gone for good, for everybody.", "Delete it")));
        }
        buttons.add(ShareRoom.LIST.button("All of them", highlight.filled().team()));
        return buttons;
    }

    static Card copy(Highlight highlight) {
        var entries = highlight.filled().entries();
        var link = entries.text(Highlight.LINK);
        return Card.titled("To copy").text("Copy this to wherever you want to share it:")
                .quote(entries.text(Highlight.WHAT) + "\n" + entries.text(Highlight.CREDIT)
                        + (link.isEmpty() ? "" : "\n" + link))
                .buttons(ShareRoom.TOLD.primary("I shared it outside", highlight.filled().id()));
    }

    Card saved(Highlight highlight) {
        var words = switch (highlight.waiting().size()) {
            case 0 -> highlight.agreed()
                    ? "Shared. It will be in the next summary."
                    : "Kept as a draft that only you see. Edit it when everybody has agreed.";
            default -> "Kept. I will ask " + highlight.waiting().stream().map(name).collect(Collectors.joining(", "))
                    + " on their Home tab; I do not share it with anyone until they say yes.";
        };
        return Card.saying(words).buttons(ShareRoom.LOOK.button("Look", highlight.filled().id()));
    }
}
