package io.keelson.job.queue;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills the parameters of a statement with arrays, one after another. */
final class SqlArrays {
    private final PreparedStatement statement;
    private int filled;

    SqlArrays(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Sends an array; nothing when no element is there, which {@code unnest} reads as many nulls. */
    void add(String type, @Nullable Object[] values) throws SQLException {
        filled++;
        if (Arrays.stream(values).allMatch(Objects::isNull)) {
            statement.setNull(filled, Types.ARRAY, type + "[]");
        } else {
            statement.setArray(filled, statement.getConnection().createArrayOf(type, values));
        }
    }
}
