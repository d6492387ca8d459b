package io.keelson.job.schedule;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/** Many rows as one array per column, so that a statement costs one round trip however many there are. */
record Columns<T>(List<T> rows) {
    SqlArrayValue of(String type, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
