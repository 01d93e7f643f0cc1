package dev.stagecoach;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/**
 * All tables of a SQLite database but the access log as they were at one moment: what has changed since, and back to it.
 */
final class PristineTables {
    private final Database database;
    private final List<Table> tables;
    /** How many rows had been written when all was as it had been. */
    private int writes;

    private record Table(String name, List<String> columns) {
        String copy() {
            return "pristine_" + name;
        }

        /** Whether its rows are a team's, each with an id of its own. */
        boolean isTeams() {
            return has("id") && has("team");
        }

        boolean has(String column) {
            return columns.contains(column);
        }

        /** Rows of the first that the second lacks. */
        private String lacking(String first, String second, String where) {
            return "select '" + name + "' as name from (select * from " + first + " except select * from " + second
                    + ") where " + where;
        }
    }

    PristineTables(Database database) {
        this.database = database;
        this.tables = database.write(tx -> {
            var names = tx.handle().createQuery("select name from sqlite_master where type = 'table' and name not like"
                    + " 'sqlite_%' and name not in ('flyway_schema_history', 'access_log')").mapTo(String.class).list();
            var all = names.stream().map(name -> new Table(name, columns(tx, name))).toList();
            all.forEach(table -> tx.handle()
                    .execute("create table " + table.copy() + " as select * from " + table.name()));
            tx.handle().execute("create table pristine_ids (team text, id text primary key)");
            all.stream().filter(Table::isTeams).forEach(table -> tx.handle()
                    .execute("insert or ignore into pristine_ids select team, id from " + table.name()));
            return all;
        });
        writes = writes();
    }

    private static List<String> columns(Transaction tx, String table) {
        return tx.handle().createQuery("select name from pragma_table_info('" + table + "')").mapTo(String.class)
                .list();
    }

    /** One id of each table with ids of the team's. */
    Set<String> idsOf(TeamId team) {
        return database.read(tx -> tables.stream().filter(Table::isTeams)
                .flatMap(table -> tx.handle().createQuery("select min(id) from " + table.copy() + " where team = :team"
                        + " group by team").bind("team", team).mapTo(String.class).stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Beside what the access log gets: it is only added to, and holds who was refused as well. */
    private int writes() {
        return database.write(tx -> tx.handle()
                .createQuery("select total_changes() - (select count(*) from access_log)").mapTo(Integer.class).one());
    }

    /** The names of tables with any row that was changed, added or deleted. */
    Set<String> changed() {
        return found(tables.stream().flatMap(table -> List.of(table.lacking(table.name(), table.copy(), "true"),
                table.lacking(table.copy(), table.name(), "true")).stream()).toList());
    }

    /**
     * The names of tables with a change to what belongs to the team; what these people keep for themselves does not.
     */
    Set<String> changedOf(TeamId team, List<PersonId> others) {
        var theirs = others.stream().map(person -> "'" + person + "'").collect(Collectors.joining(", "));
        var queries = new ArrayList<String>();
        for (var table : tables) {
            if (table.has("team") || table.name().equals("team")) {
                var own = (table.has("team") ? "team" : "id") + " = '" + team + "'";
                queries.add(table.lacking(table.name(), table.copy(), own));
                queries.add(table.lacking(table.copy(), table.name(), own));
            } else {
                var ownRow = table.has("person") ? "person not in (" + theirs + ")" : "true";
                queries.add(table.lacking(table.copy(), table.name(), ownRow));
                queries.add(table.lacking(table.name(), table.copy(), about(table, team)));
            }
        }
        return found(queries);
    }

    /** Whether a row names anything that the team had. */
    private static String about(Table table, TeamId team) {
        return table.columns().stream()
                .map(column -> column + " in (select id from pristine_ids where team = '" + team + "')")
                .collect(Collectors.joining(" or "));
    }

    private Set<String> found(List<String> queries) {
        if (writes == writes()) {
            return Set.of();
        }
        return database.read(tx -> new TreeSet<>(tx.handle().createQuery(String.join(" union all ", queries))
                .mapTo(String.class).list()));
    }

    /** Everything is again as it was. */
    void restore() {
        var names = changed();
        if (names.isEmpty()) {
            return;
        }
        database.change(tx -> {
            tx.handle().execute("pragma defer_foreign_keys = on");
            tables.stream().filter(table -> names.contains(table.name())).forEach(table -> {
                tx.handle().execute("delete from " + table.name());
                tx.handle().execute("insert into " + table.name() + " select * from " + table.copy());
            });
        });
        writes = writes();
    }
}
