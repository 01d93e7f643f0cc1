package dev.stagecoach.guide;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

import static dev.stagecoach.guide.YamlNode.NAME;
import static dev.stagecoach.guide.YamlNode.PARAGRAPH;
import static dev.stagecoach.guide.YamlNode.SENTENCE;

/** Reads what people work with along the way, and refuses what points at nothing in the guide. */
final class WorkbookReading {
    private final Pages pages;
    private final Guide guide;
    private final List<String> practices;
    private final List<String> stages;

    /**
     * @param guide without its workbook
     */
    WorkbookReading(Pages pages, Guide guide) {
        this.pages = pages;
        this.guide = guide;
        practices = guide.practices().stream().map(Practice::key).toList();
        stages = guide.stages().stream().map(Stage::key).toList();
    }

    Workbook workbook() {
        var read = new Workbook(IntroductionReading.introduction(file("introduction")), arc(file("arc")),
                new CoachingReading(guide).coaching(file("coaching")), TryingReading.trying(file("trying")),
                FeedbackReading.feedback(file("feedback")), TryingReading.lasting(file("lasting")),
                crosswalk(file("crosswalk")), file("resources").each(this::resource, Resource::key),
                file("vignettes").each(this::vignette, Vignette::key), List.of());
        var tools = file("tools").each(new ToolReading(guide.with(read))::tool, Tool::key);
        return new Workbook(read.introduction(), read.arc(), read.coaching(), read.trying(), read.feedback(),
                read.lasting(), read.crosswalk(), read.resources(), read.vignettes(), tools);
    }

    private YamlNode file(String name) {
        return pages.page(name);
    }

    private Arc arc(YamlNode file) {
        file.withKeys("sessions", "capacity");
        var sessions = file.each("sessions", item -> {
            item.withKeys("key", "purpose", "task", "follow_up");
            return new Arc.Session(item.key("key"), item.text("purpose", SENTENCE), item.text("task", SENTENCE),
                    item.text("follow_up", SENTENCE));
        }, Arc.Session::key);
        var capacities = file.each("capacity", item -> {
            item.withKeys("practice", "text");
            return new Arc.Capacity(item.reference("practice", "practice", practices), item.text("text", SENTENCE));
        }, Arc.Capacity::practice);
        return new Arc(sessions, capacities);
    }

    private Crosswalk crosswalk(YamlNode file) {
        file.withKeys("warning", "frameworks");
        var frameworks = file.each("frameworks", item -> {
            item.withKeys("key", "name", "note", "links");
            return new Crosswalk.Framework(item.key("key"), item.text("name", NAME), item.text("note", SENTENCE),
                    item.each("links", this::link, Crosswalk.Link::item));
        }, Crosswalk.Framework::key);
        return frameworks.isEmpty()
                ? new Crosswalk(file.textIfAny("warning", SENTENCE), List.of())
                : new Crosswalk(file.text("warning", SENTENCE), frameworks);
    }

    private Crosswalk.Link link(YamlNode item) {
        item.withKeys("item", "practices");
        return new Crosswalk.Link(item.text("item", NAME), item.references("practices", "practice", practices));
    }

    private Resource resource(YamlNode item) {
        item.withKeys("key", "title", "why", "minutes", "link", "stages", "practices");
        var minutes = item.has("minutes") ? Optional.of(item.number("minutes", 1, 1000)) : Optional.<Integer>empty();
        var fits = item.references("stages", "stage", stages);
        if (fits.isEmpty()) {
            throw item.at("stages").refuse("must name at least one stage");
        }
        return new Resource(item.key("key"), item.text("title", 150), item.text("why", SENTENCE), minutes,
                address(item),
                fits, item.references("practices", "practice", practices));
    }

    private static Optional<URI> address(YamlNode item) {
        if (!item.has("link")) {
            return Optional.empty();
        }
        var typed = item.text("link", SENTENCE);
        try {
            var address = new URI(typed);
            if (List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            throw item.at("link").refuse("'" + typed + "' is no address: " + e.getReason());
        }
        throw item.at("link").refuse("'" + typed + "' must begin with https:// or http://");
    }

    private Vignette vignette(YamlNode item) {
        item.withKeys("key", "practice", "title", "text", "talk");
        return new Vignette(item.key("key"), item.reference("practice", "practice", practices),
                item.text("title", NAME), item.text("text", PARAGRAPH), item.text("talk", SENTENCE));
    }
}
