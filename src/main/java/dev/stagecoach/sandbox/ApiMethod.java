package dev.stagecoach.sandbox;

import java.util.function.Function;

import tools.jackson.databind.node.ObjectNode;

/**
 * One method of the Web API.
 *
 * @param scopes any one of these is enough, separated by a comma; empty where none is needed
 */
record ApiMethod(String name, String scopes, Function<ApiCall, ObjectNode> work) {}
