package dev.stagecoach.coaching.learn;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.guide.Resource;

/**
 * Something to read or watch, as a school has it.
 *
 * @param id the guide's key for it, or an id of its own
 * @param own whether the school added it
 * @param version counted from 1; 0 for what stands in the guide as it is
 */
record Material(String id, boolean own, Content content, int version) {

    /**
     * What is known of it.
     *
     * @param link an https address; empty while nobody has filled it in
     * @param practices keys of the practices that it fits; empty for all
     */
    record Content(String title, String why, String link, Optional<Integer> minutes, List<String> practices) {
        Content {
            practices = List.copyOf(practices);
        }

        /** The same by the name that the guide has for it. */
        Content named(Resource resource) {
            return new Content(resource.title(), resource.why(), link, minutes, practices);
        }
    }

    static Material of(Resource resource) {
        return new Material(resource.key(), false, new Content(resource.title(), resource.why(),
                resource.link().map(Object::toString).orElse(""), resource.minutes(), resource.practices()), 0);
    }

    boolean fits(String practice) {
        return content.practices().isEmpty() || content.practices().contains(practice);
    }

    /** What it is kept under once somebody has seen it. */
    String seenKey() {
        return "resource/" + id;
    }
}
