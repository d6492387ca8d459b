package io.keelson.app.story;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All rows of a database, to be compared row for row with those of another moment.
 *
 * @param columns names of the columns by table
 * @param rows each a map of text by column, by table, in an order that the content decides
 */
record TableRows(Map<String, Set<String>> columns, Map<String, List<Map<String, String>>> rows) {
    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'public' order by tablename";

    static TableRows of(Connection connection) throws SQLException {
        Map<String, Set<String>> columns = new TreeMap<>();
        Map<String, List<Map<String, String>>> rows = new TreeMap<>();
        for (String table : tables(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("select * from public.\"%s\"".formatted(table))) {
                Set<String> names = new LinkedHashSet<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    names.add(found.getMetaData().getColumnName(column));
                }
                columns.put(table, names);
                List<Map<String, String>> all = new ArrayList<>();
                while (found.next()) {
                    Map<String, String> row = new TreeMap<>();
                    for (String name : names) {
                        row.put(name, String.valueOf(found.getString(name)));
                    }
                    all.add(row);
                }
                rows.put(table, all);
            }
        }
        return new TableRows(columns, rows);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(TABLES)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    /** The tables of which not every row is in {@code other} again, in the columns that both have, and what is missing. */
    Map<String, String> missingIn(TableRows other) {
        return missingIn(other, Map.of());
    }

    /** The same, but for columns by table that somebody has written anew on purpose. */
    Map<String, String> missingIn(TableRows other, Map<String, Set<String>> rewritten) {
        Map<String, String> missing = new TreeMap<>();
        rows.forEach((table, all) -> {
            if (!other.rows.containsKey(table)) {
                missing.put(table, "the table with its %d rows".formatted(all.size()));
                return;
            }
            Set<String> compared = columns.get(table).stream()
                    .filter(other.columns.get(table)::contains)
                    .filter(column -> !rewritten.getOrDefault(table, Set.of()).contains(column))
                    .collect(Collectors.toSet());
            List<Map<String, String>> gone = in(compared, all);
            in(compared, other.rows.get(table)).forEach(gone::remove);
            if (!gone.isEmpty()) {
                missing.put(table, "%d of %d rows: %s".formatted(gone.size(), all.size(), gone.getFirst()));
            }
        });
        return missing;
    }

    /** The columns of a table, and of both, whose values are not the same ones in both. */
    Set<String> rewrittenIn(TableRows other, String table) {
        return columns.get(table).stream()
                .filter(other.columns.get(table)::contains)
                .filter(column -> !values(column, table).equals(other.values(column, table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> values(String column, String table) {
        return rows.get(table).stream().map(row -> row.get(column)).sorted().toList();
    }

    int count() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    int count(String table) {
        return rows.getOrDefault(table, List.of()).size();
    }

    private static List<Map<String, String>> in(Set<String> columns, List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, String> part = new TreeMap<>(row);
                    part.keySet().retainAll(columns);
                    return part;
                })
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
