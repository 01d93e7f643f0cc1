package dev.stagecoach.storage;

import java.util.List;

/** All that the bot has stored, of every room, whatever tables they have. */
public final class AllTables {
    private AllTables() {}

    /** Deletes every row of every table; what remains is an empty database of the same version. */
    public static void empty(Transaction tx) {
        switch (tx.dialect()) {
            case SQLITE -> {
                tx.handle().execute("pragma defer_foreign_keys = on");
                names(tx).forEach(table -> tx.handle().execute("delete from \"" + table + "\""));
            }
            case POSTGRESQL -> tx.handle()
                    .execute("truncate table " + String.join(", ", names(tx).stream().map(AllTables::quoted).toList()));
        }
    }

    static List<String> names(Transaction tx) {
        var sql = switch (tx.dialect()) {
            case SQLITE -> "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'";
            case POSTGRESQL -> "select tablename as name from pg_tables where schemaname = current_schema()";
        };
        return tx.handle().createQuery("select name from (" + sql + ") tables where name <> 'flyway_schema_history'")
                .mapTo(String.class).list();
    }

    private static String quoted(String table) {
        return "\"" + table + "\"";
    }
}
