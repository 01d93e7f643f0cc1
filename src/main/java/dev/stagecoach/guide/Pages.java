package dev.stagecoach.guide;

import java.util.Map;
import java.util.Optional;

/** The content of all guide files, by their names. */
record Pages(Map<String, YamlNode> files) {

    /** @param name without its ending; one of the guide's own files */
    YamlNode page(String name) {
        return Optional.ofNullable(files.get(name + ".yml"))
                .orElseThrow(() -> new IllegalStateException("the guide has no file " + name + ".yml"));
    }
}
