package dev.stagecoach.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who opens connections and sends no request holds few of them, and none for long. */
class ConnectionLimitsTest {
    private static final int MANY = 260;

    @Test
    void thereAreSoManyConnectionsAtMost_andNoRequestTakesForEver() throws IOException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-Dsun.net.httpserver.maxReqTime=8", "-cp", System.getProperty("java.class.path"),
                Bounded.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var port = Integer.parseInt(lines.readLine());
            var sockets = new ArrayList<Socket>();
            for (var i = 0; i < MANY; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.getOutputStream().write("POST /slack/events HTTP/1.1\r\nX-A: b\r\n".getBytes(
                        StandardCharsets.US_ASCII));
                sockets.add(socket);
            }
            assertThat(closed(sockets.subList(200, MANY), 1_000)).isEqualTo(MANY - 200);
            assertThat(closed(sockets.subList(0, 200), 20_000)).isEqualTo(200);
        } finally {
            process.destroyForcibly();
        }
    }

    private static int closed(List<Socket> sockets, int millis) throws IOException {
        var closed = 0;
        for (var socket : sockets) {
            try (socket) {
                socket.setSoTimeout(millis);
                closed += socket.getInputStream().read() < 0 ? 1 : 0;
            } catch (SocketTimeoutException _) {
                // It is still open.
            } catch (IOException _) {
                closed++;
            }
        }
        return closed;
    }
}
