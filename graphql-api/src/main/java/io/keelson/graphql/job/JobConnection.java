package io.keelson.graphql.job;

import io.keelson.api.job.query.JobFilter;
import io.keelson.api.job.query.JobPage;
import io.keelson.api.job.query.JobView;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Edge;
import io.keelson.graphql.page.PageInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of jobs; how many there are is counted only when asked for. */
record JobConnection(List<Edge<JobView>> edges, PageInfo pageInfo, JobFilter filter) {
    static JobConnection of(JobPage page, @Nullable String after, JobFilter filter) {
        Connection<JobView> part = Connection.of(
                page.items(), page.cursors(), new io.keelson.api.query.PageInfo(page.hasNextPage(), 0), after);
        return new JobConnection(part.edges(), part.pageInfo(), filter);
    }
}
