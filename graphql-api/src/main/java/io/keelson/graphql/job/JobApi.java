package io.keelson.graphql.job;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves jobs. */
@Configuration(proxyBeanMethods = false)
@Import({
    JobReader.class,
    JobSubmissionMutations.class,
    JobActMutations.class,
    JobQueueMutations.class,
    JobQueries.class,
    JobFields.class,
    JobQueueQueries.class,
    JobStatisticsQueries.class,
    JobSubscriptions.class
})
public class JobApi {}
