package dev.stagecoach.slack;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Slack's JSON, written by hand: the SDK's model lacks some blocks, and what is written here is what arrives.
 */
final class Json {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** What is read stands under these keys; what is filled in again stays as it was typed. */
    private static final Set<String> READ = Set.of("text", "alt_text", "fallback");
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private final JsonObject object = new JsonObject();

    private Json() {}

    static Json type(String type) {
        return new Json().put("type", type);
    }

    static Json empty() {
        return new Json();
    }

    /** Words without what turns their direction round: that can make a card say what nobody wrote. */
    static String straight(String words) {
        return TURNS.matcher(words).replaceAll("");
    }

    Json put(String key, String value) {
        object.addProperty(key, READ.contains(key) ? straight(value) : value);
        return this;
    }

    Json put(String key, long value) {
        object.addProperty(key, value);
        return this;
    }

    Json put(String key, boolean value) {
        object.addProperty(key, value);
        return this;
    }

    Json put(String key, JsonElement value) {
        object.add(key, value);
        return this;
    }

    Json put(String key, Collection<? extends JsonElement> values) {
        object.add(key, array(values));
        return this;
    }

    JsonObject build() {
        return object;
    }

    static JsonArray array(Collection<? extends JsonElement> values) {
        var array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    static JsonArray strings(Collection<String> values) {
        var array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    static String write(JsonElement element) {
        return GSON.toJson(element);
    }

    /** Words without any format. Emoji stay as they were typed: {@code :x:} is no picture. */
    static JsonObject plain(String words) {
        return type("plain_text").put("text", words).put("emoji", false).build();
    }
}
