package dev.stagecoach.coaching.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.school.SharedBySchool;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** What a team has to read and watch: the guide's resources as its school has filled them in, and the school's own. */
record ReadingList(Guide guide, ResourceStore store, SharedBySchool shared) {

    /** @param practice the practice that it is to fit; empty for all there is */
    List<Material> of(Transaction tx, Team team, String practice) {
        var written = store.of(tx, shared.school(tx, team));
        var all = new ArrayList<Material>();
        for (var resource : guide.workbook().resources()) {
            all.add(written.stream().filter(one -> one.id().equals(resource.key())).findFirst()
                    .map(one -> new Material(one.id(), false, one.content().named(resource), one.version()))
                    .orElseGet(() -> Material.of(resource)));
        }
        written.stream().filter(Material::own).forEach(all::add);
        // What can be opened comes first, otherwise in the guide's order.
        return all.stream().filter(one -> practice.isEmpty() || one.fits(practice))
                .sorted(Comparator.comparing(one -> one.content().link().isEmpty())).toList();
    }

    Optional<Material> find(Transaction tx, Team team, String id) {
        return of(tx, team, "").stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
