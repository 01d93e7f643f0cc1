package dev.stagecoach.coaching.mydata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.stagecoach.coaching.mydata.Place.Fate;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** All rows that are a person's, wherever they are; given out to nobody else. */
final class PersonalDataStore {
    private static final List<Place> PLACES = Place.all();

    /** Rows of one table, each by its columns. */
    record Held(Place place, List<Map<String, Object>> rows) {}

    /** How many rows there are in each place that has any. */
    Map<Place, Integer> counts(Transaction tx, PersonId person) {
        var counts = new LinkedHashMap<Place, Integer>();
        for (var place : PLACES) {
            if (place.fate() != Fate.NONE) {
                var count = tx.handle()
                        .createQuery("select count(*) from " + place.table() + " where " + place.where())
                        .bind("person", person).mapTo(Integer.class).one();
                if (count > 0) {
                    counts.put(place, count);
                }
            }
        }
        return counts;
    }

    /** Everything, in the places' order. */
    List<Held> all(Transaction tx, PersonId person) {
        return PLACES.stream().filter(place -> place.fate() != Fate.NONE).map(place -> new Held(place, tx.handle()
                .createQuery("select * from " + place.table() + " where " + place.where()).bind("person", person)
                .mapToMap().list())).filter(held -> !held.rows().isEmpty()).toList();
    }

    /** Deletes what goes. */
    void delete(Transaction tx, PersonId person) {
        PLACES.stream().filter(place -> place.fate() == Fate.GOES).forEach(place -> tx.handle()
                .createUpdate("delete from " + place.table() + " where " + place.where()).bind("person", person)
                .execute());
    }
}
