package io.keelson.app.health;

import com.zaxxer.hikari.HikariDataSource;
import io.keelson.api.setting.Settings;
import io.keelson.api.worker.NodeRole;
import io.keelson.app.role.ConditionalOnRole;
import io.keelson.driver.InstanceDriver;
import io.keelson.job.health.InstanceWatch;
import io.keelson.job.health.InstanceWatchFeed;
import io.keelson.job.health.UpkeepQueries;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feed joins the transactions of the application; the watch, on nodes that are workers, has the workers' pool. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    @Bean
    InstanceWatchFeed instanceWatchFeed(DataSource dataSource) {
        return new InstanceWatchFeed(dataSource);
    }

    @Bean
    UpkeepQueries upkeepQueries(DataSource dataSource) {
        return new UpkeepQueries(dataSource);
    }

    @Bean
    @ConditionalOnRole(NodeRole.WORKER)
    WatchLifecycle watchLifecycle(
            @Qualifier("workerDataSource") HikariDataSource workers,
            CommandGateway commands,
            Settings settings,
            List<InstanceDriver> drivers) {
        return new WatchLifecycle(new InstanceWatch(workers, commands, settings, drivers));
    }
}
