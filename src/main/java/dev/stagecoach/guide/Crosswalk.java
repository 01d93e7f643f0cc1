package dev.stagecoach.guide;

import java.util.List;

/**
 * Where each practice meets frameworks that people already use. It links words, never scores.
 *
 * @param warning to be shown wherever the crosswalk is; empty only where there are no frameworks
 */
public record Crosswalk(String warning, List<Framework> frameworks) {
    static final Crosswalk NONE = new Crosswalk("", List.of());

    public Crosswalk {
        frameworks = List.copyOf(frameworks);
    }

    /** Each framework with the items that meet this practice; frameworks without any are left out. */
    public List<Meeting> of(String practice) {
        return frameworks.stream()
                .map(framework -> new Meeting(framework, framework.links().stream()
                        .filter(link -> link.practices().contains(practice)).map(Link::item).toList()))
                .filter(meeting -> !meeting.items().isEmpty()).toList();
    }

    /** A framework, with a note on how far the links can be trusted. */
    public record Framework(String key, String name, String note, List<Link> links) {
        public Framework {
            links = List.copyOf(links);
        }
    }

    /** An item of a framework and the keys of the practices that it meets, which may be none. */
    public record Link(String item, List<String> practices) {
        public Link {
            practices = List.copyOf(practices);
        }
    }

    /** What of a framework meets one practice. */
    public record Meeting(Framework framework, List<String> items) {
        public Meeting {
            items = List.copyOf(items);
        }
    }
}
