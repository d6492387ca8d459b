package io.keelson.app.rollout;

import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rollouts go on where their events, instances and releases can be read. */
@Configuration(proxyBeanMethods = false)
class RolloutConfiguration {
    @Bean
    @ConditionalOnRole(NodeRole.PROJECTOR)
    RolloutLifecycle rolloutLifecycle(
            CommandGateway commands, QueryGateway queries, Clock clock, RolloutProperties properties) {
        return new RolloutLifecycle(
                new RolloutClock(new RolloutRunner(commands, queries, clock), queries, clock), properties);
    }

    @Bean
    @ConditionalOnRole(NodeRole.PROJECTOR)
    RolloutWake rolloutWake(RolloutLifecycle lifecycle) {
        return new RolloutWake(lifecycle);
    }
}
