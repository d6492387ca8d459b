package io.keelson.job.type.report;

import io.keelson.api.error.RejectedException;
import io.keelson.api.tenant.TenantId;
import io.keelson.job.queue.JobDefaults;
import io.keelson.job.queue.JobFailure;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobRetry;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a query finds into a file of comma-separated values, page by page, so that its size does not matter to the
 * memory. A second try begins again and replaces the file; until then the file of the first stays whole. Rows that change
 * while the report is written appear as they were when their page was read.
 */
public final class ReportCsvHandler implements JobHandler {
    /** Type of the jobs. */
    public static final String TYPE = "report.csv";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JobDefaults DEFAULTS = new JobDefaults(
            "report",
            JobRetry.DEFAULT
                    .withMaxAttempts(3)
                    .withTimeout(Duration.ofMinutes(30))
                    .withBackoff(Duration.ofSeconds(10)));

    private final QueryGateway queries;
    private final ReportDirectory directory;

    public ReportCsvHandler(QueryGateway queries, ReportDirectory directory) {
        this.queries = queries;
        this.directory = directory;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobDefaults defaults() {
        return DEFAULTS;
    }

    @Override
    public String payloadSchema() {
        return JobJson.schemaOf(ReportCsvHandler.class);
    }

    @Override
    public boolean submittable() {
        return true;
    }

    @Override
    public void validate(String payload) {
        ReportCsvPayload report = JobJson.read(payload, ReportCsvPayload.class);
        ReportQuery<?> query = ReportQueries.named(report.query());
        query.message(filter(report), null);
        columns(query, report);
    }

    @Override
    public String run(RunningJob job) throws IOException, InterruptedException {
        ReportCsvPayload report = JobJson.readToRun(job.payload(), ReportCsvPayload.class);
        try {
            ReportQuery<?> query = ReportQueries.named(report.query());
            return write(job, query, columns(query, report), ofOwner(job.tenantId(), query, filter(report)));
        } catch (RejectedException refused) {
            throw new JobFailure("INVALID_PAYLOAD", String.valueOf(refused.getMessage()), false, refused);
        }
    }

    private String write(RunningJob job, ReportQuery<?> query, ReportColumns columns, ObjectNode filter)
            throws IOException, InterruptedException {
        try (ReportDraft draft = directory.draft(job.id())) {
            draft.append(CsvRow.header(columns.names()));
            long rows = 0;
            String after = null;
            do {
                ReportPage page = ask(query, filter, after);
                for (Object row : page.rows()) {
                    draft.append(CsvRow.of(columns.cells(JobJson.MAPPER.<JsonNode>valueToTree(row))));
                }
                rows += page.rows().size();
                after = page.next();
                job.progress(percent(rows, page), rows + " rows");
            } while (after != null);
            String sha256 = draft.sha256Hex();
            draft.finish(directory.file(job.id()));
            job.log("%d rows, %d bytes".formatted(rows, draft.bytes()));
            return JobJson.write(
                    Map.of("report", job.id().toString(), "rows", rows, "bytes", draft.bytes(), "sha256", sha256));
        }
    }

    private static int percent(long rows, ReportPage page) {
        return page.total() == 0 ? 0 : (int) Math.min(99, 100 * rows / page.total());
    }

    private <P> ReportPage ask(ReportQuery<P> query, ObjectNode filter, @Nullable String after)
            throws InterruptedException {
        try {
            return query.opened()
                    .apply(queries.query(query.message(filter, after), ResponseTypes.instanceOf(query.page()))
                            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException failed) {
            throw new JobFailure(
                    "QUERY_FAILED",
                    "The query %s failed; the report is tried again.".formatted(query.name()),
                    true,
                    failed);
        } catch (TimeoutException late) {
            throw new JobFailure(
                    "QUERY_FAILED",
                    "The query %s did not answer within %d s; the report is tried again."
                            .formatted(query.name(), PATIENCE.toSeconds()),
                    true,
                    late);
        }
    }

    /** A tenant's report shows what is the tenant's, whatever the filter says. */
    private static ObjectNode ofOwner(UUID tenantId, ReportQuery<?> query, ObjectNode filter) {
        if (tenantId.equals(JobOwner.PLATFORM.tenantId())) {
            return filter;
        }
        if (query.tenantField() == null) {
            throw new JobFailure(
                    "REPORT_NOT_ALLOWED", "A report of %s is not for tenants.".formatted(query.name()), false);
        }
        return filter.put(query.tenantField(), new TenantId(tenantId).toString());
    }

    private static ObjectNode filter(ReportCsvPayload report) {
        ObjectNode filter = report.filter();
        return filter == null ? JobJson.MAPPER.createObjectNode() : filter;
    }

    private static ReportColumns columns(ReportQuery<?> query, ReportCsvPayload report) {
        List<String> wanted = Objects.requireNonNull(report.columns());
        return ReportColumns.of(query.view(), wanted);
    }
}
