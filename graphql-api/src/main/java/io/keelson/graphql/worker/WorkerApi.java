package io.keelson.graphql.worker;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves workers. */
@Configuration(proxyBeanMethods = false)
@Import({WorkerMutations.class, WorkerQueries.class})
public class WorkerApi {}
