package io.keelson.driver.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation.Part;
import io.keelson.driver.testkit.DriverStepKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentProvisioningTest {
    private static final int INSTANCES = 10;

    @TempDir
    private Path root;

    @Test
    void tenInstancesAtOnceAllGetTheirOwn() throws Exception {
        ProcessWorld world = ProcessWorld.in(root);
        ProcessInstanceDriver driver = world.newDriver();
        List<InstanceSpec> specs = Stream.generate(
                        () -> TestWorkload.shell("exec sleep 600").spec())
                .limit(INSTANCES)
                .toList();
        try {
            inParallel(specs, spec -> {
                for (DriverStepKind kind : DriverStepKind.HEALTH_CHECK.before()) {
                    kind.of(driver).apply(ProcessWorld.context(spec));
                }
            });

            Set<String> urls = new HashSet<>();
            for (InstanceSpec spec : specs) {
                assertThat(driver.observe(spec).present()).contains(Part.WORKLOAD, Part.DATABASE, Part.ROLE);
                urls.add(driver.observe(spec).url());
            }
            assertThat(urls).hasSize(INSTANCES);
        } finally {
            inParallel(specs, world::removeAll);
        }
        for (InstanceSpec spec : specs) {
            assertThat(driver.observe(spec).empty()).isTrue();
        }
    }

    private static void inParallel(List<InstanceSpec> specs, Work work) throws Exception {
        List<Callable<Void>> calls = new ArrayList<>();
        for (InstanceSpec spec : specs) {
            calls.add(() -> {
                work.on(spec);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(INSTANCES)) {
            for (Future<Void> result : threads.invokeAll(calls)) {
                result.get();
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(InstanceSpec spec) throws Exception;
    }
}
