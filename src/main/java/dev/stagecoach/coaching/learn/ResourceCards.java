package dev.stagecoach.coaching.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.TeamId;

/** Resources in chat. */
record ResourceCards(Guide guide) {
    private static final int A_PAGE = 5;

    /**
     * Which page of which shelf.
     *
     * @param practice what it is to fit; empty for all
     * @param from the first one shown, from 0
     */
    record Spot(TeamId team, String practice, int from) {
        private static final String ALL = "-";

        static Spot first(TeamId team, String practice) {
            return new Spot(team, practice, 0);
        }

        Spot at(int other) {
            return new Spot(team, practice, Math.max(0, other));
        }

        String format() {
            return team + " " + (practice.isEmpty() ? ALL : practice) + " " + from;
        }

        /** Reads the beginning of a button's value; what stands behind it is the button's own. */
        static Optional<Spot> parse(String value) {
            var parts = value.split(" ", -1);
            if (parts.length < 3 || parts[0].isEmpty() || !parts[2].matches("\\d{1,6}")) {
                return Optional.empty();
            }
            return Optional.of(new Spot(new TeamId(parts[0]), parts[1].equals(ALL) ? "" : parts[1],
                    Integer.parseInt(parts[2])));
        }
    }

    /**
     * Who looks, and what is known of the reading.
     *
     * @param mayWrite whether the viewer fills in and adds
     * @param seen what the viewer has seen
     * @param readers how many members have seen a resource, where that may be told
     */
    record Viewer(boolean mayWrite, Set<String> seen, Map<String, Integer> readers) {}

    Card shelf(Spot spot, List<Material> all, Viewer viewer) {
        if (all.isEmpty()) {
            return none(spot.team(), viewer);
        }
        var title = guide.practice(spot.practice()).map(Practice::shortName).map(name -> "To read and watch: " + name)
                .orElse("To read and watch");
        var card = Card.titled(title).heading(title);
        var from = Math.min(spot.from(), all.size() - 1);
        var until = Math.min(all.size(), from + A_PAGE);
        for (var material : all.subList(from, until)) {
            card = material(card, spot, material, viewer);
        }
        return card.divider().buttons(turn(spot.at(from), until, all.size(), viewer))
                .footnote("What you mark as seen stays with you; the team sees how many, from five on.");
    }

    private Card none(TeamId team, Viewer viewer) {
        var card = Card.saying("There is nothing to read or watch here yet.");
        return viewer.mayWrite()
                ? card.buttons(Button.primary("Add a resource", ResourceRoom.ADD, team.value()))
                : card.buttons(Button.of("More to explore", LearnRoom.MENU, team.value()));
    }

    private static Card material(Card card, Spot spot, Material material, Viewer viewer) {
        var content = material.content();
        var text = line(content).plus(content.why().isEmpty() ? "" : "\n" + content.why());
        if (content.link().isEmpty()) {
            text = text.plus(" ").quiet(viewer.mayWrite()
                    ? "No link yet."
                    : "No link yet; a coach or leader can fill it in.");
        }
        var readers = Optional.ofNullable(viewer.readers().get(material.seenKey()));
        var told = readers.isPresent() ? text.plus(" ").quiet("Seen by " + readers.get() + " of us.") : text;
        return card.text(told).buttons(buttons(spot, material, viewer));
    }

    private static List<Button> buttons(Spot spot, Material material, Viewer viewer) {
        var buttons = new ArrayList<Button>();
        if (!material.content().link().isEmpty() && !viewer.seen().contains(material.seenKey())) {
            buttons.add(Button.of("Seen", ResourceRoom.SEEN, spot.format() + " " + material.id()));
        }
        if (viewer.mayWrite()) {
            var label = material.content().link().isEmpty() ? "Fill in" : "Edit";
            buttons.add(Button.of(label, ResourceRoom.FILL, spot.team() + " " + material.id()));
            if (material.own()) {
                buttons.add(Button.danger("Take away", ResourceRoom.REMOVE, spot.format() + " " + material.id(),
                        new Confirm("Take this away?", "No team of your school sees it any more.", "Take away")));
            }
        }
        return buttons;
    }

    private static List<Button> turn(Spot spot, int until, int all, Viewer viewer) {
        var buttons = new ArrayList<Button>();
        if (spot.from() > 0) {
            buttons.add(Button.of("Back", ResourceRoom.SHELF, spot.at(spot.from() - A_PAGE).format()));
        }
        if (until < all) {
            buttons.add(Button.of("More", ResourceRoom.SHELF, spot.at(until).format()));
        }
        if (viewer.mayWrite()) {
            buttons.add(Button.of("Add a resource", ResourceRoom.ADD, spot.team().value()));
        }
        buttons.add(Button.of("More to explore", LearnRoom.MENU, spot.team().value()));
        return buttons;
    }

    /** Its title, as a link where there is one, and how long it takes. */
    static Text line(Material.Content content) {
        var title = content.link().isEmpty()
                ? Text.bolded(content.title())
                : Text.of("").link(content.link(), content.title());
        return content.minutes().map(minutes -> title.plus(" (" + minutes + " min)")).orElse(title);
    }

    Card saved(TeamId team) {
        return Card.saying("Saved. All teams of your school find it under what to read.")
                .buttons(Button.of("To read and watch", ResourceRoom.SHELF, Spot.first(team, "").format()));
    }
}
