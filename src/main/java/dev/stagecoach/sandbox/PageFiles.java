package dev.stagecoach.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** The page's own files and its library, from the program itself. */
final class PageFiles {
    private static final Map<String, String> TYPES = Map.of("html", "text/html", "js", "text/javascript", "css",
            "text/css", "svg", "image/svg+xml", "png", "image/png", "ico", "image/x-icon");

    private PageFiles() {}

    static void routes(RoutesConfig routes) {
        routes.get("/", http -> send(http, "sandbox/index.html"));
        routes.get("/sandbox-page/<file>", http -> send(http, "sandbox/" + http.pathParam("file")));
        routes.get("/webjars/<file>", http -> send(http, "META-INF/resources/webjars/" + http.pathParam("file")));
    }

    private static void send(Context http, String path) {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || path.contains("..")) {
            throw new NotFoundResponse();
        }
        try (var file = PageFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new NotFoundResponse();
            }
            http.contentType(type.startsWith("text/") ? type + "; charset=utf-8" : type).result(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
