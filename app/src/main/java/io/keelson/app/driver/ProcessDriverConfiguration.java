package io.keelson.app.driver;

import io.keelson.app.home.HomeProperties;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.process.DatabaseServer;
import io.keelson.driver.process.PortRange;
import io.keelson.driver.process.ProcessDriverSettings;
import io.keelson.driver.process.ProcessSites;
import io.keelson.postgres.PostgresAddress;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The process driver: instances beside the control plane, their databases in its PostgreSQL server, and further sites. */
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
        ProcessDriverSettings first = new ProcessDriverSettings(
                home.resolve("process"),
                home.resolve("backups"),
                new PortRange(properties.firstPort(), properties.lastPort()),
                server,
                ProcessDriverSettings.runningJava(),
                properties.limits() ? ProcessDriverSettings.SYSTEM_CONTROL_GROUPS : null,
                properties.stopGrace());
        Map<String, ProcessDriverSettings> sites = new LinkedHashMap<>();
        sites.put(properties.region(), first);
        properties
                .sites()
                .forEach((name, site) -> sites.put(
                        site.regionOf(name),
                        first.forSite(
                                name,
                                site.directoryOf(name, home),
                                new PortRange(site.firstPort(), site.lastPort()),
                                site.database().toServer())));
        return ProcessSites.driver(properties.region(), sites, clock);
    }
}
