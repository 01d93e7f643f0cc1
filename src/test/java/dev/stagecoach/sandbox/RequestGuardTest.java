package dev.stagecoach.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What another web page in the same browser could send here, byte by byte. */
class RequestGuardTest {
    private static final String POST = "POST /api/chat.postMessage";
    private static final String BODY = "token=xoxb-sandbox&channel=C0GRADE7&text=planted";
    private Sandbox sandbox;
    private int port;

    @BeforeEach
    void begin() {
        sandbox = Sandbox.start(0, SandboxClock.still(SandboxClock.START));
        port = URI.create(sandbox.url()).getPort();
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"})
    void theNamesOfThisComputerAreAnswered(String name) throws Exception {
        assertThat(answer("GET /", name + ":" + port, "")).startsWith("HTTP/1.1 200");
        assertThat(answer("POST /sandbox/clock", name + ":" + port, json("Origin: http://" + name + ":" + port)))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /sandbox/state", "GET /webjars/preact/10.28.0/dist/preact.module.js",
            "GET /api/users.list?token=xoxb-sandbox", "GET /no/such/place", POST})
    void anotherNameThatLeadsHereIsRefused(String request) throws Exception {
        for (var name : new String[]{"rebound.example:" + port, "127.0.0.1.rebound.example:" + port, "rebound.example",
                "[::2]:" + port}) {
            assertThat(answer(request, name, form(""))).as(request + " to " + name).startsWith("HTTP/1.1 403")
                    .contains("Open http://127.0.0.1:" + port + "/ in a browser on this computer");
        }
        assertThat(planted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1", "http://localhost", ""})
    void whatAnotherPageSendsIsRefused(String origin) throws Exception {
        var here = "127.0.0.1:" + port;
        assertThat(answer(POST, here, form("Origin: " + origin))).startsWith("HTTP/1.1 403");
        assertThat(answer("PUT /upload/F1", here, form("Origin: " + origin))).startsWith("HTTP/1.1 403");
        assertThat(answer("POST /sandbox/act", here, json("Origin: " + origin))).startsWith("HTTP/1.1 403");
        assertThat(answer("GET /sandbox/events?as=U0FERN", here, "Origin: " + origin + "\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(answer("GET /link?ticket=1", here, socket("Origin: " + origin))).startsWith("HTTP/1.1 403");
        assertThat(planted()).isFalse();
    }

    @Test
    void aPictureOrALinkOfAnotherPageDoesNothing() throws Exception {
        var here = "127.0.0.1:" + port;
        var url = "GET /api/chat.postMessage?" + BODY;
        for (var site : new String[]{"cross-site", "same-site"}) {
            assertThat(answer(url, here, "Sec-Fetch-Site: " + site + "\r\nSec-Fetch-Mode: no-cors\r\n"))
                    .startsWith("HTTP/1.1 403");
            assertThat(answer(url, here, "Sec-Fetch-Site: " + site + "\r\nSec-Fetch-Mode: navigate\r\n"))
                    .startsWith("HTTP/1.1 403");
            assertThat(answer("GET /", here, "Sec-Fetch-Site: " + site + "\r\nSec-Fetch-Mode: navigate\r\n"))
                    .as("whoever follows a link to the page sees it").startsWith("HTTP/1.1 200");
        }
        assertThat(planted()).isFalse();
    }

    @Test
    void theBotsOwnCallsGoOn() throws Exception {
        var here = "127.0.0.1:" + port;
        assertThat(answer(POST, here, form(""))).startsWith("HTTP/1.1 200").contains("\"ok\":true");
        assertThat(planted()).isTrue();
        assertThat(answer("GET /link?ticket=1", here, socket("Origin: http://" + here)))
                .startsWith("HTTP/1.1 101");
    }

    @Test
    void thePageMayLoadOnlyWhatIsItsOwn() throws Exception {
        var page = answer("GET /", "localhost:" + port, "");
        var head = page.toLowerCase(Locale.ROOT);
        assertThat(head).contains("x-content-type-options: nosniff", "referrer-policy: no-referrer",
                "x-frame-options: deny", "cross-origin-resource-policy: same-origin");
        var policy = Pattern.compile("Content-Security-Policy: (.*)\r\n").matcher(page);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1)).contains("default-src 'none'", "frame-ancestors 'none'", "connect-src 'self'")
                .containsPattern("script-src 'self' 'sha256-[\\w+/]{43}='").doesNotContain("unsafe", "*", "http");
        assertThat(answer("GET /sandbox/state", "localhost:" + port, "")).contains("nosniff");
    }

    private boolean planted() {
        return !sandbox.posts(0).isEmpty();
    }

    private static String form(String header) {
        return (header.isEmpty() ? "" : header + "\r\n") + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    }

    private static String json(String header) {
        var body = "{\"advance\":\"PT0S\"}";
        return header + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String socket(String header) {
        return header + "\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    }

    /** @param rest headers, each with its line's end, and perhaps an empty line and a body */
    private String answer(String request, String host, String rest) throws IOException {
        var upgrade = rest.contains("Upgrade:") ? "Upgrade" : "close";
        try (var line = new Socket("127.0.0.1", port)) {
            line.setSoTimeout(5000);
            line.getOutputStream().write((request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: " + upgrade
                    + "\r\n" + rest + (rest.contains("\r\n\r\n") ? "" : "\r\n")).getBytes(UTF_8));
            var in = line.getInputStream();
            return upgrade.equals("close")
                    ? new String(in.readAllBytes(), UTF_8)
                    : new String(in.readNBytes(12), UTF_8);
        }
    }
}
