package io.keelson.graphql.rollout;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that serves rollouts. */
@Configuration(proxyBeanMethods = false)
@Import({
    RolloutMutations.class,
    RolloutQueries.class,
    RolloutPreviewQueries.class,
    RolloutFields.class,
    RolloutMemberFields.class,
    RolloutSubscriptions.class
})
public class RolloutApi {}
