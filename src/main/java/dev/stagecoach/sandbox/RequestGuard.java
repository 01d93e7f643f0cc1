package dev.stagecoach.sandbox;

import java.util.Locale;
import java.util.regex.Pattern;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;

/**
 * Keeps other web pages out that are open in the same browser: those that make their own name lead to this computer
 * (DNS rebinding), and those that send something here from where they are. An app sends no such headers, or its own.
 */
final class RequestGuard {
    private static final Pattern LOOPBACK = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d{1,5})?");
    /** In step with what the page loads; the map of its modules stands in the page itself. */
    private static final String POLICY = "default-src 'none'; script-src 'self' '" + PageFiles.moduleMapHash()
            + "'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    private RequestGuard() {}

    /** Stands before every other route, known or not. */
    static void routes(RoutesConfig routes) {
        routes.before(RequestGuard::check);
        routes.wsBeforeUpgrade(RequestGuard::check);
    }

    private static void check(Context http) {
        http.header("Content-Security-Policy", POLICY).header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer").header("X-Frame-Options", "DENY")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        var host = http.header("Host");
        if (host == null || !LOOPBACK.matcher(host).matches()) {
            throw refused(http, "I answer only to the names of this computer.");
        }
        var origin = http.header("Origin");
        if (origin != null && !origin.toLowerCase(Locale.ROOT).equals("http://" + host.toLowerCase(Locale.ROOT))
                || sentByAnotherPage(http)) {
            throw refused(http, "I take this from my own page only.");
        }
    }

    /** A picture or a link of another page comes without an origin; whoever follows a link to the page may see it. */
    private static boolean sentByAnotherPage(Context http) {
        var site = String.valueOf(http.header("Sec-Fetch-Site"));
        var follows = http.path().equals("/") && "navigate".equals(http.header("Sec-Fetch-Mode"));
        return (site.equals("cross-site") || site.equals("same-site")) && !follows;
    }

    private static ForbiddenResponse refused(Context http, String why) {
        return new ForbiddenResponse(
                why + " Open http://127.0.0.1:" + http.req().getLocalPort() + "/ in a browser on this computer.");
    }
}
