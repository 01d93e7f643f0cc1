package dev.stagecoach.coaching.learn;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Ids;

/** The form that fills a resource in, or adds one. */
final class ResourceForm {
    static final Action<Target> SAVE = Action.form("resource.save",
            new Carried<>(Target::format, Target::parse, (_, target) -> Optional.of(target.team())),
            Access.writes(Who.COACHES_AND_LEADERS));
    static final String LINK = "link";
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_WHY = 300;
    private static final int LONGEST_LINK = 1_000;
    private static final int MOST_MINUTES = 1_000;

    private ResourceForm() {}

    /** Which resource the form writes, and the version that its writer saw; 0 where there was none. */
    record Target(TeamId team, String id, boolean own, int seen) {
        static Target fresh(TeamId team) {
            return new Target(team, Ids.next(), true, 0);
        }

        static Target of(TeamId team, Material material) {
            return new Target(team, material.id(), material.own(), material.version());
        }

        String format() {
            return team + " " + id + " " + (own ? "own" : "guide") + " " + seen;
        }

        static Optional<Target> parse(String context) {
            return Carried.parts(context, 4).filter(four -> four.get(3).matches("\\d{1,9}"))
                    .map(four -> new Target(new TeamId(four.get(0)), four.get(1), four.get(2).equals("own"),
                            Integer.parseInt(four.get(3))));
        }
    }

    static Form form(Guide guide, Target target, Optional<Material.Content> before) {
        var fields = new ArrayList<Field>();
        if (target.own()) {
            fields.add(new Field.ShortText("title", "Title", "", false, LONGEST_TITLE,
                    before.map(Material.Content::title).orElse("")));
            fields.add(new Field.ShortText("why", "What it is good for", "In a sentence.", true, LONGEST_WHY,
                    before.map(Material.Content::why).orElse("")));
        } else {
            before.ifPresent(content -> fields.add(new Field.Words(Text.bolded(content.title()).plus("\n"
                    + content.why()))));
        }
        fields.add(new Field.ShortText(LINK, "Link", "Begins with https://. All teams at your school see it.",
                !target.own(), LONGEST_LINK, before.map(Material.Content::link).orElse("")));
        fields.add(new Field.Number("minutes", "Minutes it takes", "", true, 1, MOST_MINUTES,
                before.flatMap(Material.Content::minutes)));
        fields.add(
                new Field.PickMany("practices", "Practices it fits", "If you choose none, it fits all of them.", true,
                        guide.practices().stream().map(one -> Field.Option.of(one.key(), one.name())).toList(),
                        before.map(Material.Content::practices).orElse(List.of()).stream()
                                .filter(key -> guide.practice(key).isPresent()).toList(),
                        guide.practices().size()));
        return SAVE.form(target.own() && before.isEmpty() ? "Add a resource" : "Fill in a resource", "Save",
                target, fields);
    }

    /** @param before what cannot be changed in the form stays as it is there */
    static Material.Content read(FormReader reading, Answers answers, Guide guide, Optional<Material.Content> before) {
        var known = guide.practices().stream().map(Practice::key).toList();
        var title = before.map(Material.Content::title)
                .orElseGet(() -> reading.required("title", LONGEST_TITLE, "Please give it a title."));
        var why = before.map(Material.Content::why).orElseGet(() -> reading.optional("why", LONGEST_WHY));
        var link = link(reading, before.isEmpty());
        return new Material.Content(title, why, link, reading.number("minutes", 1, MOST_MINUTES),
                answers.many("practices").stream().filter(known::contains).distinct().toList());
    }

    private static String link(FormReader reading, boolean needed) {
        var typed = needed
                ? reading.required(LINK, LONGEST_LINK, "Please paste the address; it begins with https://")
                : reading.optional(LINK, LONGEST_LINK);
        if (!typed.isEmpty() && !isAddress(typed)) {
            reading.mend(LINK, "Please paste the whole address; it begins with https://");
            return "";
        }
        return typed;
    }

    /** One that says openly where it leads: encrypted, and without a name in front of the host. */
    private static boolean isAddress(String typed) {
        try {
            var address = URI.create(typed);
            return "https".equalsIgnoreCase(address.getScheme()) && Optional.ofNullable(address.getHost()).isPresent()
                    && Optional.ofNullable(address.getUserInfo()).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
