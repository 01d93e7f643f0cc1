package dev.stagecoach.web;

import java.util.List;
import java.util.Map;

/** Answers what is posted to one address. */
@FunctionalInterface
public interface Endpoint {

    /** @param headers by name in any case */
    Answer answer(String body, Map<String, List<String>> headers);

    /** What is sent back. */
    record Answer(int status, String contentType, String body) {}
}
