package io.keelson.query.live;

import java.util.regex.Pattern;

/**
 * Where the rows of one kind of aggregate are, with columns {@code id} and {@code revision}. Kinds that the query side
 * itself projects need none.
 *
 * @param kind the aggregate's kind, as in its id
 * @param table with its schema
 */
public record ProjectedTable(String kind, String table) {
    private static final Pattern NAME = Pattern.compile("[a-z_]+\\.[a-z_]+");

    public ProjectedTable {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("%s is not the name of a table with its schema.".formatted(table));
        }
    }
}
