package dev.stagecoach.coaching.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Carried.Choice;
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

        static final Carried<Spot> CARRIED = new Carried<>(Spot::format,
                text -> Carried.parts(text, 3).flatMap(Spot::parse), (_, spot) -> Optional.of(spot.team()));

        private static Optional<Spot> parse(List<String> parts) {
            return Optional.of(parts).filter(three -> three.get(2).matches("\\d{1,6}"))
                    .map(three -> new Spot(new TeamId(three.get(0)), three.get(1).equals(ALL) ? "" : three.get(1),
                            Integer.parseInt(three.get(2))));
        }

        Item item(Material material) {
            return new Item(this, material.id());
        }

        /** A resource on the page. */
        record Item(Spot spot, String id) {
            static final Carried<Item> CARRIED = new Carried<>(item -> item.spot().format() + " " + item.id(),
                    text -> Carried.parts(text, 4)
                            .flatMap(four -> Spot.parse(four).map(spot -> new Item(spot, four.get(3)))),
                    (_, item) -> Optional.of(item.spot().team()));
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
                .footnote("What you mark as seen stays private; the team sees how many, once five people have.");
    }

    private Card none(TeamId team, Viewer viewer) {
        var card = Card.saying("There is nothing to read or watch here yet.");
        return viewer.mayWrite()
                ? card.buttons(ResourceRoom.ADD.primary("Add a resource", team))
                : card.buttons(LearnRoom.MENU.button("More to explore", team));
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
            buttons.add(ResourceRoom.SEEN.button("Seen", spot.item(material)));
        }
        if (viewer.mayWrite()) {
            var label = material.content().link().isEmpty() ? "Fill in" : "Edit";
            buttons.add(ResourceRoom.FILL.button(label, new Choice(spot.team(), material.id())));
            if (material.own()) {
                buttons.add(ResourceRoom.REMOVE.danger("Remove", spot.item(material),
                        new Confirm("Remove this?", "No team at your school will see it any more.", "Remove")));
            }
        }
        return buttons;
    }

    private static List<Button> turn(Spot spot, int until, int all, Viewer viewer) {
        var buttons = new ArrayList<Button>();
        if (spot.from() > 0) {
            buttons.add(ResourceRoom.SHELF.button("Back", spot.at(spot.from() - A_PAGE)));
        }
        if (until < all) {
            buttons.add(ResourceRoom.SHELF.button("More", spot.at(until)));
        }
        if (viewer.mayWrite()) {
            buttons.add(ResourceRoom.ADD.button("Add a resource", spot.team()));
        }
        buttons.add(LearnRoom.MENU.button("More to explore", spot.team()));
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
        return Card.saying("Saved. All teams at your school can find it under “What to read”.")
                .buttons(ResourceRoom.SHELF.button("To read and watch", Spot.first(team, "")));
    }
}
