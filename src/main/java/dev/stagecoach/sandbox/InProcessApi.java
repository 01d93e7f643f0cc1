package dev.stagecoach.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.node.ObjectNode;

/** The workspace's web addresses for an app in the same process: the same answers without a network between. */
final class InProcessApi {
    private static final String JSON = "application/json";

    private final WebApi api;
    private final ResponseUrlApi responses;

    InProcessApi(WebApi api, ResponseUrlApi responses) {
        this.api = api;
        this.responses = responses;
    }

    WebAnswer answer(WebCall call) {
        var parts = call.path().split("/", 4);
        return switch (parts.length < 3 ? "" : parts[1]) {
            case "api" -> method(parts[2], call);
            case "response" -> responses.respond(parts[2], new ApiCall(arguments(call)));
            case "upload" -> responses.upload(parts[2], call.body());
            case "files" -> responses.download(parts[2], call.authorization().orElse(""));
            default -> words(404, "no such address");
        };
    }

    private WebAnswer method(String name, WebCall call) {
        var arguments = new ApiCall(arguments(call));
        return api.tooFast(name, arguments).map(WebAnswer::tooFast)
                .orElseGet(() -> json(api.carryOut(name, call.authorization().orElse(""), arguments)));
    }

    private static ObjectNode arguments(WebCall call) {
        var body = new String(call.body(), StandardCharsets.UTF_8);
        if (call.type().startsWith(JSON)) {
            return Json.parseObject(body);
        }
        var arguments = Json.object();
        for (var field : body.split("&", -1)) {
            var cut = field.indexOf('=');
            if (cut > 0) {
                WebApi.put(arguments, decoded(field.substring(0, cut)), decoded(field.substring(cut + 1)));
            }
        }
        return arguments;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static WebAnswer json(ObjectNode answer) {
        return new WebAnswer(200, JSON, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    static WebAnswer words(int status, String words) {
        return new WebAnswer(status, "text/plain", words.getBytes(StandardCharsets.UTF_8));
    }
}
