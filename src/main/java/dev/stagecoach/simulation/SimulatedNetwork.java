package dev.stagecoach.simulation;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.WebAnswer;
import dev.stagecoach.sandbox.WebCall;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/**
 * One process's line to the workspace: the calls of the real SDK, answered in the same process by the workspace's own
 * checks, with whatever the weather does to them. Before and after each call the process may end.
 */
final class SimulatedNetwork implements Interceptor {
    private static final String API = "/api/";
    private static final Duration SLOW_DOWN = Duration.ofSeconds(20);

    private final Sandbox sandbox;
    private final FaultInjector faults;
    private final ProcessLife life;

    SimulatedNetwork(Sandbox sandbox, FaultInjector faults, ProcessLife life) {
        this.sandbox = sandbox;
        this.faults = faults;
        this.life = life;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        pass();
        var call = call(request);
        return switch (status(call)) {
            case FINE -> {
                var answer = sandbox.answer(call);
                pass();
                yield response(request, answer);
            }
            case LIMITED -> response(request, WebAnswer.tooFast(SLOW_DOWN));
            case BROKEN -> response(request, new WebAnswer(500, "text/plain", new byte[0]));
            case UNREACHABLE -> throw new ConnectException("nobody is there");
            case LOST -> throw new SocketTimeoutException("lost on the way");
            case UNHEARD -> {
                sandbox.answer(call);
                pass();
                throw new SocketTimeoutException("the answer was lost");
            }
        };
    }

    /** A process that has ended calls nobody, and hears nothing. */
    private void pass() throws IOException {
        try {
            life.point();
        } catch (ProcessLife.Ended e) {
            throw new IOException("the process has ended", e);
        }
    }

    private FaultInjector.Out status(WebCall call) {
        return call.path().startsWith(API)
                ? faults.out(call.path().substring(API.length()), conversation(call), sandbox.clock().instant())
                : FaultInjector.Out.FINE;
    }

    private static String conversation(WebCall call) {
        var form = new String(call.body(), StandardCharsets.UTF_8);
        for (var field : form.split("&", -1)) {
            if (field.startsWith("channel=") || field.startsWith("user=") || field.startsWith("users=")) {
                return URLDecoder.decode(field, StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static WebCall call(Request request) throws IOException {
        var body = new Buffer();
        var sent = request.body();
        if (sent != null) {
            sent.writeTo(body);
        }
        var type = sent == null || sent.contentType() == null ? "" : String.valueOf(sent.contentType());
        return new WebCall(request.url().encodedPath(), Optional.ofNullable(request.header("Authorization")), type,
                body.readByteArray());
    }

    private static Response response(Request request, WebAnswer answer) {
        var response = new Response.Builder().request(request).protocol(Protocol.HTTP_1_1).code(answer.status())
                .message("").body(ResponseBody.create(answer.body(), MediaType.parse(answer.type())));
        answer.retryAfter().ifPresent(seconds -> response.header("Retry-After", String.valueOf(seconds)));
        return response.build();
    }
}
