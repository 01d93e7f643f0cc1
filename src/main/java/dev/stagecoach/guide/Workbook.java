package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/**
 * What people work with along the way, beside practices, stages, questions and goal. A guide may leave any part of it
 * empty.
 */
public record Workbook(Introduction introduction, Arc arc, Coaching coaching, Trying trying, Feedback feedback,
        SustainTools lasting, Crosswalk crosswalk, List<Resource> resources, List<Vignette> vignettes,
        List<Tool> tools) {
    static final Workbook NONE = new Workbook(Introduction.NONE, Arc.NONE, Coaching.NONE, Trying.NONE, Feedback.NONE,
            SustainTools.NONE, Crosswalk.NONE, List.of(), List.of(), List.of());

    public Workbook {
        resources = List.copyOf(resources);
        vignettes = List.copyOf(vignettes);
        tools = List.copyOf(tools);
    }

    public Optional<Tool> tool(String key) {
        return tools.stream().filter(tool -> tool.key().equals(key)).findFirst();
    }

    public Optional<Resource> resource(String key) {
        return resources.stream().filter(resource -> resource.key().equals(key)).findFirst();
    }

    /** Resources that fit this stage and practice, in the guide's order. */
    public List<Resource> resources(String stage, String practice) {
        return resources.stream().filter(resource -> resource.fits(stage, practice)).toList();
    }

    /** The scenes of a practice, in the guide's order. */
    public List<Vignette> vignettes(String practice) {
        return vignettes.stream().filter(one -> one.practice().equals(practice)).toList();
    }

    public Optional<Vignette> vignette(String key) {
        return vignettes.stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
