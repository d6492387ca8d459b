package io.keelson.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Keelson. What runs, and how, is decided in {@code application.yml}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class KeelsonApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(KeelsonApplication.class, arguments);
    }
}
