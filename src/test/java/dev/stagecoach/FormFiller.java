package dev.stagecoach;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.people.PersonId;

/**
 * Fills in any form with something that it may take, as whoever knows no more of it than its fields.
 *
 * @param words what is typed wherever words are asked for
 * @param chosen what is chosen wherever it is among the options
 */
record FormFiller(String words, Set<String> chosen, PersonId colleague, LocalDate today) {
    /** How many different answers there are to a field that does not take the first one. */
    static final int VARIANTS = 4;

    /** @param variants by field, which answer to give; 0 where there is none */
    Answers fill(Form form, Map<String, Integer> variants) {
        var values = new HashMap<String, List<String>>();
        for (var field : form.fields()) {
            answer(field, variants).ifPresent(given -> values.put(given.key(), given.values()));
        }
        return new Answers(values);
    }

    private record Given(String key, List<String> values) {}

    private Optional<Given> answer(Field field, Map<String, Integer> variants) {
        return switch (field) {
            case Field.ShortText one -> given(one.key(), typed(one.maxLength(), variants.getOrDefault(one.key(), 0)));
            case Field.LongText one -> given(one.key(), typed(one.maxLength(), variants.getOrDefault(one.key(), 0)));
            case Field.Pick one -> option(one.key(), one.options(), one.initial(), variants);
            case Field.Select one -> option(one.key(), one.options(), one.initial(), variants);
            case Field.PickMany one -> option(one.key(), one.options(), Optional.empty(), variants);
            case Field.People one -> given(one.key(),
                    one.initial().stream().findFirst().orElse(colleague).toString());
            case Field.Day one -> given(one.key(), one.initial().filter(_ -> !variants.containsKey(one.key()))
                    .orElse(today.plusDays(variants.getOrDefault(one.key(), -1) * 20L)).toString());
            case Field.TimeOfDay one -> given(one.key(), one.initial().orElse(
                    LocalTime.NOON.plusHours(4L * variants.getOrDefault(one.key(), 0))).toString());
            case Field.Number one -> given(one.key(), Integer.toString(Math.clamp(
                    one.key().endsWith("of") ? 20 : 12, one.min(), one.max())));
            case Field.Upload _,Field.Words _,Field.Aside _,Field.Turn _ -> Optional.empty();
        };
    }

    private Optional<Given> option(String key, List<Field.Option> options, Optional<String> initial,
            Map<String, Integer> variants) {
        var variant = variants.getOrDefault(key, 0);
        var wanted = options.stream().map(Field.Option::value).filter(chosen::contains).findFirst().or(() -> initial)
                .filter(_ -> variant == 0);
        return options.isEmpty()
                ? Optional.empty()
                : given(key, wanted.orElseGet(() -> options.get(variant % options.size()).value()));
    }

    private String typed(int most, int variant) {
        var full = switch (variant) {
            case 1 -> "https://example.org/" + words;
            case 2 -> "3";
            case 3 -> today.toString();
            default -> words;
        };
        return full.substring(0, Math.min(most, full.length()));
    }

    private static Optional<Given> given(String key, String value) {
        return Optional.of(new Given(key, List.of(value)));
    }
}
