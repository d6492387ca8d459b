package io.keelson.job.type.report;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.instance.query.InstancePage;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.job.query.FindJobs;
import io.keelson.api.job.query.JobPage;
import io.keelson.api.job.query.JobView;
import io.keelson.api.operation.query.FindOperations;
import io.keelson.api.operation.query.OperationPage;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.PartnerPage;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.TenantPage;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.api.version.query.FindVersions;
import io.keelson.api.version.query.VersionPage;
import io.keelson.api.version.query.VersionView;
import io.keelson.job.type.JobJson;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Every query that can become a report. */
final class ReportQueries {
    private static final List<ReportQuery<?>> ALL = List.of(
            new ReportQuery<>(
                    "instances",
                    FindInstances.class,
                    InstancePage.class,
                    InstanceView.class,
                    ReportQueries::filteredAndOrdered,
                    page -> ReportPage.of(page.items(), page.cursors(), page.info()),
                    "tenantId"),
            new ReportQuery<>(
                    "jobs",
                    FindJobs.class,
                    JobPage.class,
                    JobView.class,
                    ReportQueries::filteredAndDirected,
                    page -> ReportPage.of(page.items(), page.cursors(), page.hasNextPage()),
                    "tenantId"),
            new ReportQuery<>(
                    "operations",
                    FindOperations.class,
                    OperationPage.class,
                    OperationView.class,
                    ReportQueries::filtered,
                    page -> ReportPage.of(page.items(), page.cursors(), page.info()),
                    null),
            new ReportQuery<>(
                    "partners",
                    FindPartners.class,
                    PartnerPage.class,
                    PartnerView.class,
                    ReportQueries::filteredAndOrdered,
                    page -> ReportPage.of(page.items(), page.cursors(), page.info()),
                    null),
            new ReportQuery<>(
                    "tenants",
                    FindTenants.class,
                    TenantPage.class,
                    TenantView.class,
                    ReportQueries::filteredAndOrdered,
                    page -> ReportPage.of(page.items(), page.cursors(), page.info()),
                    null),
            new ReportQuery<>(
                    "versions",
                    FindVersions.class,
                    VersionPage.class,
                    VersionView.class,
                    filter -> filter,
                    page -> ReportPage.of(page.items(), page.cursors(), page.info()),
                    null));

    private ReportQueries() {}

    /** Rejected with INVALID_INPUT, field {@code payload.query}, when there is none of this name. */
    static ReportQuery<?> named(String name) {
        return ALL.stream()
                .filter(query -> query.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = ALL.stream().map(ReportQuery::name).toList();
                    return RejectedException.invalid(
                            "payload.query", "payload.query must be one of %s.".formatted(names));
                });
    }

    private static ObjectNode filtered(ObjectNode filter) {
        ObjectNode message = JobJson.MAPPER.createObjectNode();
        message.set("filter", filter);
        return message;
    }

    private static ObjectNode filteredAndDirected(ObjectNode filter) {
        return filtered(filter).put("direction", "ASC");
    }

    private static ObjectNode filteredAndOrdered(ObjectNode filter) {
        ObjectNode message = filtered(filter);
        message.putObject("order").put("field", "CREATED_AT").put("direction", "ASC");
        return message;
    }
}
