package dev.stagecoach.coaching.brief;

import java.time.LocalDate;
import java.util.List;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.coaching.leader.PromiseRoom;

/** The brief as one screen. */
final class BriefCards {
    private static final int LINES_OF_A_PLACE = 4;
    private static final int AHEAD = 3;

    private BriefCards() {}

    static Card of(Briefing briefing) {
        var team = briefing.team();
        var title = "Before you walk in: " + team.name();
        var card = Card.titled(title).heading(title)
                .text("You meet " + DateText.near(briefing.meets(), team.zone()) + ". Since "
                        + DateText.near(LocalDate.ofInstant(briefing.since().from(), team.zone())) + ":");
        for (var place : Section.Place.values()) {
            card = told(card, place, briefing.sections());
        }
        card = briefing.quiet().map(BriefCards::quiet).map(card::text).orElse(card);
        if (!briefing.questions().isEmpty()) {
            card = card.text(Text.bolded("Two questions to take with you"))
                    .bullets(briefing.questions().stream().map(BriefCards::question).toList());
        }
        card = briefing.prompt().map(words -> Text.bolded("To reflect on together: ").plus(words)).map(card::text)
                .orElse(card);
        var ahead = briefing.ahead().stream().limit(AHEAD)
                .map(one -> Text.of(one.what() + ", " + DateText.near(one.at(), team.zone()))).toList();
        card = ahead.isEmpty() ? card : card.text(Text.bolded("Coming up")).bullets(ahead);
        for (var note : briefing.notes()) {
            card = card.quote(note);
        }
        return card.buttons(Notes.WRITE.button("Write a note", team.id()), Notes.LIST.button("My notes", team.id()),
                PromiseRoom.LIST.button("What was promised", team.id()))
                .footnote("Only you see this. It holds nothing that anyone said in confidence.");
    }

    private static Text question(OpeningQuestions.Question question) {
        var words = Text.of(question.words());
        return question.because().map(because -> words.quiet(" Because " + because + ".")).orElse(words);
    }

    private static String quiet(LocalDate day) {
        return "Nobody has answered or written anything since " + DateText.near(day) + ".";
    }

    private static Card told(Card card, Section.Place place, List<Section> sections) {
        var lines = sections.stream().filter(section -> section.place() == place)
                .flatMap(section -> section.lines().stream()).limit(LINES_OF_A_PLACE).toList();
        return lines.isEmpty() ? card : card.text(Text.bolded(heading(place))).bullets(lines);
    }

    private static String heading(Section.Place place) {
        return switch (place) {
            case PARTICIPATION -> "Who took part";
            case STUDENTS -> "What we saw";
            case GOAL -> "The goal";
            case COMMITMENTS -> "Promises both ways";
            case HIGHLIGHTS -> "Highlights";
            case HELP -> "Help wanted";
            case NEXT -> "What the team will do next";
            case QUESTION -> "A question for the team";
        };
    }
}
