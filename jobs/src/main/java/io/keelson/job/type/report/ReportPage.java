package io.keelson.job.type.report;

import io.keelson.api.query.PageInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a report.
 *
 * @param next cursor of the last row when there are more, or null
 * @param total of all rows, as counted for this page; 0 when nobody counts them
 */
record ReportPage(List<?> rows, @Nullable String next, long total) {
    static ReportPage of(List<?> rows, List<String> cursors, PageInfo info) {
        boolean more = info.hasNextPage() && !cursors.isEmpty();
        return new ReportPage(rows, more ? cursors.getLast() : null, info.totalCount());
    }

    /** From a query that does not count. */
    static ReportPage of(List<?> rows, List<String> cursors, boolean more) {
        return new ReportPage(rows, more && !cursors.isEmpty() ? cursors.getLast() : null, 0);
    }
}
