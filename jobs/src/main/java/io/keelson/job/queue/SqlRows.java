package io.keelson.job.queue;

import static java.util.stream.Collectors.joining;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are sent with a statement, numbered from 1 in a last column. Many are one array per column; a single one is
 * plain values, since the planner plans anew with every array that it is given.
 */
final class SqlRows {
    private final List<String> types;
    private final boolean single;

    SqlRows(List<String> types, int rows) {
        this.types = types;
        this.single = rows == 1;
    }

    /** Stands for the rows behind {@code from}. */
    String sql() {
        return single
                ? types.stream().map("?::%s"::formatted).collect(joining(", ", "(values (", ", 1))"))
                : types.stream().map("?::%s[]"::formatted).collect(joining(", ", "unnest(", ") with ordinality"));
    }

    /**
     * Fills the parameters, column by column.
     *
     * @param first the parameter to begin with
     * @return the parameter that follows
     */
    int bind(PreparedStatement statement, int first, List<@Nullable Object[]> columns) throws SQLException {
        int next = first;
        for (int i = 0; i < types.size(); i++) {
            bind(statement, next, types.get(i), columns.get(i));
            next++;
        }
        return next;
    }

    private void bind(PreparedStatement statement, int index, String type, @Nullable Object[] column)
            throws SQLException {
        if (single) {
            statement.setObject(index, Objects.toString(column[0], null), Types.OTHER);
        } else if (Arrays.stream(column).allMatch(Objects::isNull)) {
            // Nothing is read as many nulls.
            statement.setNull(index, Types.ARRAY, type + "[]");
        } else {
            statement.setArray(index, statement.getConnection().createArrayOf(type, column));
        }
    }
}
