package io.keelson.driver.process;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.WorkloadFile;
import io.keelson.driver.testkit.InstanceSpecFixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds specifications around {@link TinyServer}. */
record TestWorkload(
        List<WorkloadFile> files,
        List<String> prepare,
        List<String> migrate,
        List<String> command,
        Map<String, String> environment,
        List<String> smokePaths,
        Duration healthTimeout,
        @Nullable String metricsPath) {
    static TestWorkload tinyServer() {
        return new TestWorkload(
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        "{java}",
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        testClasses(),
                        TinyServer.class.getName()),
                Map.of(),
                List.of("/environment"),
                Duration.ofSeconds(30),
                null);
    }

    static TestWorkload shell(String script) {
        return tinyServer().withCommand(List.of("/bin/sh", "-c", script));
    }

    static String testClasses() {
        return Path.of(TinyServer.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
    }

    TestWorkload withCommand(List<String> words) {
        return new TestWorkload(files, prepare, migrate, words, environment, smokePaths, healthTimeout, metricsPath);
    }

    TestWorkload withFile(WorkloadFile file) {
        return new TestWorkload(
                List.of(file), prepare, migrate, command, environment, smokePaths, healthTimeout, metricsPath);
    }

    TestWorkload withPrepare(String script) {
        return new TestWorkload(
                files,
                List.of("/bin/sh", "-c", script),
                migrate,
                command,
                environment,
                smokePaths,
                healthTimeout,
                metricsPath);
    }

    TestWorkload withMigrate(String script) {
        return new TestWorkload(
                files,
                prepare,
                List.of("/bin/sh", "-c", script),
                command,
                environment,
                smokePaths,
                healthTimeout,
                metricsPath);
    }

    TestWorkload withVariable(String name, String value) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(name, value);
        return new TestWorkload(files, prepare, migrate, command, variables, smokePaths, healthTimeout, metricsPath);
    }

    TestWorkload withSmokePaths(String... paths) {
        return new TestWorkload(
                files, prepare, migrate, command, environment, List.of(paths), healthTimeout, metricsPath);
    }

    TestWorkload withHealthTimeout(Duration timeout) {
        return new TestWorkload(files, prepare, migrate, command, environment, smokePaths, timeout, metricsPath);
    }

    TestWorkload withMetricsPath(String path) {
        return new TestWorkload(files, prepare, migrate, command, environment, smokePaths, healthTimeout, path);
    }

    InstanceSpec spec() {
        return InstanceSpecFixtures.aSpec(workload());
    }

    ProcessWorkload workload() {
        return new ProcessWorkload(
                files,
                prepare,
                migrate,
                command,
                environment,
                "/health",
                smokePaths,
                healthTimeout,
                List.of(),
                metricsPath);
    }
}
