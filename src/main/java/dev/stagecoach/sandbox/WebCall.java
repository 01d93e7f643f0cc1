package dev.stagecoach.sandbox;

import java.util.Optional;

/**
 * A call of an app in the same process to one of the workspace's web addresses.
 *
 * @param path with a slash at its begin and without a query
 * @param authorization the header so named
 * @param type of the body, as the header Content-Type has it; empty where there is none
 */
public record WebCall(String path, Optional<String> authorization, String type, byte[] body) {}
