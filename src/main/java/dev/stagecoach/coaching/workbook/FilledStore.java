package dev.stagecoach.coaching.workbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** One tool of the guide, as teams and people filled it in, with every version that it had. */
public final class FilledStore {
    private static final String HEADS = """
            select f.id, f.team, f.tool, f.practice, f.author, f.guide, f.made_at as made, f.shared_at as shared,
                v.version as version_number, v.person as version_by, v.at as version_at
            from filled f join filled_version v on v.filled = f.id and v.version = f.version
            """;
    private static final String ENTRIES = """
            select e.filled as place_id, e.version as place_version, e.field, e.entry
            from filled f join filled_entry e on e.filled = f.id
            """;

    /** What nobody but its author ever writes. */
    private static final Set<DataKind> AUTHORS_OWN = EnumSet.of(DataKind.HELP_REQUEST, DataKind.MEMBER_STEP,
            DataKind.LEADER_LOG);

    private final String tool;
    private final DataKind kind;

    /**
     * @param tool the tool's key in the guide
     * @param kind what the visibility matrix knows it as
     */
    public FilledStore(String tool, DataKind kind) {
        this.tool = tool;
        this.kind = kind;
    }

    /** What became of a save. */
    public sealed interface Saved {

        /** @param first whether it was not there before */
        record Kept(Filled filled, boolean first) implements Saved {}

        /** Somebody saved another version first; nothing was changed. */
        record Overtaken(Filled present) implements Saved {}

        /** It was deleted meanwhile, or it is not this writer's to change; nothing was changed. */
        record Gone() implements Saved {}
    }

    /**
     * Saves what was written on the version that its writer saw. What says the same as the present version is saved
     * already, so sending a form in twice changes nothing.
     */
    public Saved save(Transaction tx, Target target, Entries entries, Writer writer) {
        var present = present(tx, target);
        if (present.isEmpty()) {
            return target.seen() == 0 && begin(tx, target, writer)
                    ? kept(tx, target, new Filled.Version(1, writer.person(), writer.at(), entries), true)
                    : new Saved.Gone();
        }
        if (AUTHORS_OWN.contains(kind) && !present.get().author().equals(writer.person())) {
            return new Saved.Gone();
        }
        if (present.get().entries().equals(entries)) {
            return new Saved.Kept(present.get(), false);
        }
        var next = target.seen() + 1;
        var free = tx.handle().createUpdate("update filled set version = :next where id = :id and version = :seen")
                .bind("next", next).bind("id", target.id()).bind("seen", target.seen()).execute() == 1;
        return free
                ? kept(tx, target, new Filled.Version(next, writer.person(), writer.at(), entries), false)
                : new Saved.Overtaken(present.get());
    }

    private Saved kept(Transaction tx, Target target, Filled.Version version, boolean first) {
        write(tx, target.id(), version);
        return new Saved.Kept(present(tx, target).orElseThrow(), first);
    }

    private Optional<Filled> present(Transaction tx, Target target) {
        return heads(tx, " where f.id = :a and f.tool = :tool and f.team = :b", target.id(), target.team().value())
                .stream().findFirst();
    }

    private boolean begin(Transaction tx, Target target, Writer writer) {
        return tx.handle().createUpdate("""
                insert into filled (id, team, tool, practice, author, guide, version, made_at)
                values (:id, :team, :tool, :practice, :author, :guide, 1, :now) on conflict (id) do nothing
                """).bind("id", target.id()).bind("team", target.team()).bind("tool", tool)
                .bind("practice", target.practice()).bind("author", writer.person())
                .bind("guide", writer.guide()).bind("now", writer.at()).execute() == 1;
    }

    private static void write(Transaction tx, String id, Filled.Version version) {
        tx.handle().createUpdate("insert into filled_version (filled, version, person, at) values (:id, :version,"
                + " :person, :at)").bind("id", id).bind("version", version.number())
                .bind("person", version.by()).bind("at", version.at()).execute();
        version.entries().values().forEach((field, entries) -> {
            for (var place = 0; place < entries.size(); place++) {
                tx.handle().createUpdate("""
                        insert into filled_entry (filled, version, field, place, entry)
                        values (:id, :version, :field, :place, :entry)
                        """).bind("id", id).bind("version", version.number()).bind("field", field)
                        .bind("place", place).bind("entry", entries.get(place)).execute();
            }
        });
    }

    public Optional<Confidential<Filled>> find(Transaction tx, String id) {
        return heads(tx, " where f.id = :a and f.tool = :tool", id, "").stream().findFirst().map(this::closed);
    }

    /** Whose business it is. */
    public Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from filled where id = :id and tool = :tool").bind("id", id)
                .bind("tool", tool).mapTo(TeamId.class).findOne();
    }

    /** Whether this person wrote it first. */
    public boolean isBy(Transaction tx, String id, PersonId person) {
        return tx.handle()
                .createQuery("select count(*) from filled where id = :id and tool = :tool and author = :person")
                .bind("id", id).bind("tool", tool).bind("person", person).mapTo(Integer.class).one() == 1;
    }

    /** Whether a team has any. */
    boolean any(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select 1 from filled where team = :team and tool = :tool limit 1")
                .bind("team", team).bind("tool", tool).mapTo(Integer.class).findOne().isPresent();
    }

    /** All of a team's, newest first. */
    public List<Confidential<Filled>> of(Transaction tx, TeamId team) {
        return heads(tx, " where f.team = :a and f.tool = :tool", team.value(), "").stream().map(this::closed).toList();
    }

    /** A team's for one practice, newest first. */
    public List<Confidential<Filled>> of(Transaction tx, TeamId team, String practice) {
        return heads(tx, " where f.team = :a and f.tool = :tool and f.practice = :b", team.value(), practice).stream()
                .map(this::closed).toList();
    }

    /** Others may read it from now on, or no longer; which others, the visibility matrix says. */
    public void share(Transaction tx, String id, Optional<Instant> since) {
        tx.handle().createUpdate("update filled set shared_at = :at where id = :id and tool = :tool")
                .bind("at", since).bind("id", id).bind("tool", tool).execute();
    }

    /** With all its versions. */
    public void delete(Transaction tx, String id) {
        for (var sql : List.of("delete from filled_entry where filled = :id",
                "delete from filled_version where filled = :id", "delete from filled where id = :id")) {
            tx.handle().createUpdate(sql).bind("id", id).execute();
        }
    }

    /** Every version, newest first. */
    public List<Filled.Version> history(Transaction tx, Filled filled) {
        var entries = entries(tx, " where f.id = :a and f.tool = :tool", filled.id(), "");
        return tx.handle().createQuery("""
                select version as number, person as by, at from filled_version where filled = :id order by version desc
                """).bind("id", filled.id()).mapTo(VersionHead.class).map(head -> head.with(filled.id(), entries))
                .list();
    }

    private Confidential<Filled> closed(Filled filled) {
        return new Confidential<>(kind, filled.team(), filled.author(), filled.shared().isPresent(), filled);
    }

    private List<Filled> heads(Transaction tx, String where, String a, String b) {
        var entries = entries(tx, where + " and e.version = f.version", a, b);
        return tx.handle().createQuery(HEADS + where + " order by f.made_at desc, f.id desc").bind("a", a).bind("b", b)
                .bind("tool", tool).mapTo(Head.class).map(head -> head.with(entries)).list();
    }

    /** Of which version of which filled-in tool. */
    private record Place(String id, int version) {}

    private record Entry(Place place, String field, String entry) {}

    private record VersionHead(int number, PersonId by, Instant at) {
        Filled.Version with(String id, Map<Place, Map<String, List<String>>> entries) {
            return new Filled.Version(number, by, at,
                    new Entries(entries.getOrDefault(new Place(id, number), Map.of())));
        }
    }

    private record Head(String id, TeamId team, String tool, String practice, PersonId author, String guide,
            Instant made,
            Optional<Instant> shared, VersionHead version) {
        Filled with(Map<Place, Map<String, List<String>>> entries) {
            return new Filled(id, team, tool, practice, author, guide, made, shared, version.with(id, entries));
        }
    }

    private Map<Place, Map<String, List<String>>> entries(Transaction tx, String where, String a, String b) {
        var found = new HashMap<Place, Map<String, List<String>>>();
        tx.handle().createQuery(ENTRIES + where + " order by e.filled, e.version, e.field, e.place").bind("a", a)
                .bind("b", b).bind("tool", tool)
                .mapTo(Entry.class).forEach(one -> found.computeIfAbsent(one.place(), _ -> new HashMap<>())
                        .computeIfAbsent(one.field(), _ -> new ArrayList<>()).add(one.entry()));
        return found;
    }
}
