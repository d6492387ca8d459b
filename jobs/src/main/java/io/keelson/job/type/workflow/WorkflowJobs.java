package io.keelson.job.type.workflow;

import io.keelson.job.queue.JobStatus;
import io.keelson.job.type.JobJson;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the queue knows about a workflow and its children. Every look stands in a transaction that has locked the workflow. */
final class WorkflowJobs {
    private static final String KEY = "workflow:%s:";

    private final JdbcClient jdbc;

    WorkflowJobs(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The unique key of a node's job. */
    static String key(UUID workflow, String node) {
        return KEY.formatted(workflow) + node;
    }

    /**
     * Keeps every other look and every cancellation of this workflow waiting until the transaction ends.
     *
     * @return whether it is running and not cancelled; if not, nothing may begin any more
     */
    boolean lock(UUID workflow) {
        return jdbc.sql("select status = 2 and not cancel_requested from jobs.platform_job where id = ? for update")
                .param(workflow)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The jobs of the nodes, by name of the node. */
    Map<String, ChildJob> children(UUID workflow) {
        Map<String, ChildJob> children = new HashMap<>();
        String prefix = KEY.formatted(workflow);
        jdbc.sql("select id, unique_key, status, last_error from jobs.platform_job where parent_id = ?")
                .param(workflow)
                .query(row -> {
                    String key = row.getString("unique_key");
                    if (key != null && key.startsWith(prefix)) {
                        children.put(
                                key.substring(prefix.length()),
                                new ChildJob(
                                        row.getObject("id", UUID.class),
                                        JobStatus.of(row.getInt("status")),
                                        row.getString("last_error")));
                    }
                });
        return children;
    }

    /** The results of finished jobs by id; null where there is none. */
    Map<UUID, JsonNode> results(Collection<UUID> jobs) {
        Map<UUID, JsonNode> results = new HashMap<>();
        if (!jobs.isEmpty()) {
            jdbc.sql("select id, cast(result as text) as result from jobs.platform_job where id in (:ids)")
                    .param("ids", jobs)
                    .query(row -> {
                        String result = row.getString("result");
                        results.put(
                                row.getObject("id", UUID.class),
                                JobJson.MAPPER.readTree(result == null ? "null" : result));
                    });
        }
        return results;
    }

    /** How long ago the first job of a node was enqueued, and how long nothing has changed; nothing before that. */
    Optional<WorkflowAge> age(UUID workflow) {
        return jdbc.sql("""
                        select extract(epoch from clock_timestamp() - min(created_at)) * 1000 as age,
                          extract(epoch from clock_timestamp() - greatest(max(created_at), max(finished_at))) * 1000 as quiet
                        from jobs.platform_job where parent_id = ? having count(*) > 0""")
                .param(workflow)
                .query((row, _) ->
                        new WorkflowAge(Duration.ofMillis(row.getLong("age")), Duration.ofMillis(row.getLong("quiet"))))
                .optional();
    }

    /** How many workflows are around this one. */
    int depth(UUID workflow) {
        return jdbc.sql("""
                        with recursive up as (
                          select parent_id, 1 as depth from jobs.platform_job where id = ?
                          union all
                          select p.parent_id, up.depth + 1 from up join jobs.platform_job p on p.id = up.parent_id
                          where up.depth < 10)
                        select coalesce(max(depth), 1) from up""").param(workflow).query(Integer.class).single();
    }
}
