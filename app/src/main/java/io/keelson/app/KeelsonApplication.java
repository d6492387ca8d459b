package io.keelson.app;

import java.time.Clock;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;

/** Starts Keelson. What runs, and how, is decided in {@code application.yml}. */
@SpringBootApplication(
        scanBasePackages = {"io.keelson.app", "io.keelson.command", "io.keelson.query", "io.keelson.saga"})
@EntityScan("io.keelson.query")
@ConfigurationPropertiesScan
public class KeelsonApplication {
    public static void main(String[] arguments) {
        // Stored times are text in UTC, and must not depend on where the machine stands.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // Axon's own look-up of this setting knows nothing of application.yml; the product calls nobody.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication.run(KeelsonApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
