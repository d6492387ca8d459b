package io.keelson.job.type.report;

import io.keelson.job.type.JobJson;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A query whose pages can become a report.
 *
 * @param name by which payloads choose it
 * @param query the message; it has a {@code page}
 * @param page what answers it
 * @param view what the rows are
 * @param body the message without its page, as JSON, made of the filter of a payload
 * @param tenantField the condition that keeps a report to one tenant, or null when there is none, so that only the platform
 *     may ask
 */
record ReportQuery<P>(
        String name,
        Class<?> query,
        Class<P> page,
        Class<? extends Record> view,
        Function<ObjectNode, ObjectNode> body,
        Function<P, ReportPage> opened,
        @Nullable String tenantField) {
    private static final int ROWS = 200;

    /**
     * The message for one page. Rejected when the filter does not fit the query, with the path of the wrong condition.
     *
     * @param after cursor of the row before, or null for the first page
     */
    Object message(ObjectNode filter, @Nullable String after) {
        ObjectNode message = body.apply(filter.deepCopy());
        ObjectNode part = message.putObject("page");
        part.put("first", ROWS);
        part.put("after", after);
        return JobJson.read("payload.filter", message, query);
    }
}
