package io.keelson.graphql.instance;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves instances. */
@Configuration(proxyBeanMethods = false)
@Import({
    InstanceRequests.class,
    InstanceMutations.class,
    LifecycleMutations.class,
    UpkeepMutations.class,
    BulkMutations.class,
    InstanceQueries.class,
    InstanceFields.class,
    LifecycleFields.class,
    HealthFields.class,
    HealthHistoryFields.class,
    DataTransferFields.class,
    BulkFields.class,
    InstanceSubscriptions.class
})
public class InstanceApi {}
