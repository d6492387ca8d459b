package io.keelson.app.driver;

import io.keelson.app.home.HomeProperties;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.process.DatabaseServer;
import io.keelson.driver.process.PortRange;
import io.keelson.driver.process.ProcessDriverSettings;
import io.keelson.driver.process.ProcessInstanceDriver;
import io.keelson.postgres.PostgresAddress;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The process driver: instances beside the control plane, their databases in its PostgreSQL server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "keelson.process-driver.enabled", matchIfMissing = true)
class ProcessDriverConfiguration {
    @Bean
    InstanceDriver processDriver(
            ProcessDriverProperties properties, HomeProperties home, PostgresAddress address, Clock clock) {
        DatabaseServer server = new DatabaseServer(
                address.host(),
                address.port(),
                address.user(),
                address::password,
                "postgres",
                DatabaseServer.DEFAULT_CONNECTION_LIMIT);
        ProcessDriverSettings settings = new ProcessDriverSettings(
                home.resolve("process"),
                home.resolve("backups"),
                new PortRange(properties.firstPort(), properties.lastPort()),
                server,
                ProcessDriverSettings.runningJava(),
                properties.limits() ? ProcessDriverSettings.SYSTEM_CONTROL_GROUPS : null,
                properties.stopGrace());
        return new ProcessInstanceDriver(settings, clock);
    }
}
