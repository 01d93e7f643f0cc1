package dev.stagecoach.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

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

    /** By which a browser knows the map of modules that stands in the page; as a source of a content security policy. */
    static String moduleMapHash() {
        var page = new String(read("sandbox/index.html").orElseThrow(), StandardCharsets.UTF_8);
        var begin = page.indexOf('>', page.indexOf("<script type=\"importmap\"")) + 1;
        var map = page.substring(begin, page.indexOf("</script>", begin));
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(Context http, String path) {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || path.contains("..")) {
            throw new NotFoundResponse();
        }
        var file = read(path).orElseThrow(NotFoundResponse::new);
        http.contentType(type.startsWith("text/") ? type + "; charset=utf-8" : type).result(file);
    }

    private static Optional<byte[]> read(String path) {
        try (var file = PageFiles.class.getClassLoader().getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
