package dev.stagecoach.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

import tools.jackson.databind.node.ObjectNode;

/** Long lists in pages with a cursor. */
final class Paging {
    private Paging() {}

    static <T> ObjectNode page(List<T> all, ApiCall call, int usual, BiConsumer<ObjectNode, List<T>> fill) {
        var from = Math.min(all.size(), from(call.text("cursor")));
        var to = Math.min(all.size(), from + Math.max(1, Math.min(1000, call.number("limit", usual))));
        var page = Json.object();
        fill.accept(page, all.subList(from, to));
        var more = to < all.size();
        page.put("has_more", more);
        return page.set("response_metadata", Json.object().put("next_cursor", more ? cursor(to) : ""));
    }

    private static String cursor(int at) {
        return Base64.getEncoder().encodeToString(("next:" + at).getBytes(StandardCharsets.UTF_8));
    }

    private static int from(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            var plain = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseInt(plain.substring("next:".length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ApiRefusal("invalid_cursor");
        }
    }
}
