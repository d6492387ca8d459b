package io.keelson.job.type.report;

import io.keelson.api.error.Require;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What to report.
 *
 * @param query name of a {@link ReportQuery}
 * @param filter conditions of that query, or null for everything
 * @param columns dotted names of what is in the rows, in order; null or empty for all simple ones
 */
record ReportCsvPayload(
        String query, @Nullable ObjectNode filter, @Nullable List<String> columns) {
    private static final int LONGEST_NAME = 60;

    ReportCsvPayload {
        Require.text("payload.query", query, LONGEST_NAME);
        columns = columns == null ? List.of() : List.copyOf(columns);
    }
}
