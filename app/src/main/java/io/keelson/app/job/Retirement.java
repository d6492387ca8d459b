package io.keelson.app.job;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends the process of a worker that has nothing left to do. */
record Retirement(ConfigurableApplicationContext context) implements Runnable {
    @Override
    public void run() {
        // Whoever calls is part of what is stopped.
        Thread.ofPlatform().name("retirement").start(() -> System.exit(SpringApplication.exit(context)));
    }
}
