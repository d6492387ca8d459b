package io.keelson.graphql.operation;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves operations. */
@Configuration(proxyBeanMethods = false)
@Import({OperationMutations.class, OperationQueries.class, OperationSubscriptions.class})
public class OperationApi {}
