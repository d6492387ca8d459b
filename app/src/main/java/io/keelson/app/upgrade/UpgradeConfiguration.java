package io.keelson.app.upgrade;

import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The look for due upgrades runs where instances and releases can be read. */
@Configuration(proxyBeanMethods = false)
class UpgradeConfiguration {
    @Bean
    @ConditionalOnRole(NodeRole.PROJECTOR)
    DueUpgrades dueUpgrades(CommandGateway commands, QueryGateway queries, Clock clock) {
        return new DueUpgrades(commands, queries, clock);
    }
}
