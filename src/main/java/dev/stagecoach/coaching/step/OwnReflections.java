package dev.stagecoach.coaching.step;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.reflect.Reflection;
import dev.stagecoach.coaching.reflect.ReflectionStore;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.people.People;

/** The reflections that a person keeps beside the own plan. They stay that person's, shared though the plan may be. */
final class OwnReflections {
    /** Not one of the guide's fields, so whoever reads a shared plan does not see it. */
    private static final String FIELD = "reflections";
    private static final int CHOICES = 10;
    private static final int LONGEST_LABEL = 70;

    private final ReflectionStore store = new ReflectionStore();
    private final People people;

    OwnReflections(People people) {
        this.people = people;
    }

    private List<Reflection> written(CallContext here) {
        return people.gate().openAll(here.tx(), here.person(), store.of(here.tx(), here.teamId(), here.person()));
    }

    /** The form with a choice of the latest, for somebody who has written any. */
    Form below(CallContext here, Form form, Entries present) {
        var latest = written(here).stream().limit(CHOICES).toList();
        if (latest.isEmpty()) {
            return form;
        }
        var options = latest.stream().map(one -> Field.Option.of(one.id(), label(one, here.team().zone()))).toList();
        var chosen = present.many(FIELD).stream().filter(id -> latest.stream().anyMatch(one -> one.id().equals(id)))
                .toList();
        var fields = new ArrayList<>(form.fields());
        fields.add(new Field.PickMany(FIELD, "Reflections that belong to it", "Only you see them here.", true, options,
                chosen, options.size()));
        return new Form(form.id(), form.title(), form.submit(), form.context(), fields);
    }

    /** What was chosen, as far as it is the person's own; a form without the choice changes nothing. */
    Entries chosen(CallContext here, Entries known) {
        var answers = here.submission().answers();
        if (!answers.values().containsKey(FIELD)) {
            return known;
        }
        var own = written(here).stream().map(Reflection::id).toList();
        return known.with(new Entries(Map.of(FIELD, answers.many(FIELD).stream().filter(own::contains).toList())));
    }

    /** A line for each that is still there. */
    List<Text> lines(CallContext here, OwnPlan own) {
        var kept = own.filled().entries().many(FIELD);
        return written(here).stream().filter(one -> kept.contains(one.id()))
                .map(one -> Text.of(label(one, here.team().zone()))).toList();
    }

    private static String label(Reflection reflection, ZoneId zone) {
        var words = DateText.dayAndYear(reflection.written(), zone) + ": " + reflection.answer().replace('\n', ' ');
        return words.length() > LONGEST_LABEL ? words.substring(0, LONGEST_LABEL - 1) + "…" : words;
    }
}
