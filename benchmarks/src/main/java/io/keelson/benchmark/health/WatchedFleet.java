package io.keelson.benchmark.health;

import io.keelson.api.instance.DriverName;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceEvent;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.driver.HealthArea;
import io.keelson.driver.HealthCheck;
import io.keelson.driver.HealthMetrics;
import io.keelson.driver.HealthReport;
import io.keelson.driver.InstanceDriver;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.job.health.InstanceWatchFeed;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Instances that are nothing but an address, which answers for all of them, and a gateway that counts what they are told. */
final class WatchedFleet implements AutoCloseable {
    private static final String DRIVER = "answering";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicLong looks = new AtomicLong();
    private final AtomicLong comparisons = new AtomicLong();
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong counted = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    WatchedFleet(URI address) {
        this.address = address;
    }

    /** Tells the feed of so many active instances. */
    void announce(InstanceWatchFeed feed, int instances) throws Exception {
        AnnotationEventHandlerAdapter adapter = new AnnotationEventHandlerAdapter(feed);
        for (int i = 0; i < instances; i++) {
            InstanceBlueprint blueprint = blueprint(new InstanceId(UUID.randomUUID()));
            InstanceId id = blueprint.instanceId();
            OperationId operation = InstanceFixtures.OPERATION_ID;
            tell(adapter, 0, new InstanceProvisioningRequested(id, operation, UpdatePolicy.MANUAL_APPROVAL, blueprint));
            tell(adapter, 1, new InstanceActivated(id, operation, address.toString()));
        }
    }

    private static void tell(AnnotationEventHandlerAdapter feed, long sequence, InstanceEvent event) throws Exception {
        feed.handle(
                new GenericDomainEventMessage<>("instance", event.instanceId().toString(), sequence, event));
    }

    private static InstanceBlueprint blueprint(InstanceId id) {
        InstanceBlueprint usual = InstanceFixtures.blueprint();
        return new InstanceBlueprint(
                id,
                usual.name(),
                usual.type(),
                usual.partnerId(),
                usual.tenantId(),
                usual.versionId(),
                usual.component(),
                usual.version(),
                new DriverName(DRIVER),
                usual.configuration(),
                usual.resources(),
                usual.artifacts());
    }

    /** A driver that only looks; nobody asks it for a step. */
    InstanceDriver driver() {
        return (InstanceDriver) Proxy.newProxyInstance(
                InstanceDriver.class.getClassLoader(),
                new Class<?>[] {InstanceDriver.class},
                (_, method, _) -> switch (method.getName()) {
                    case "name" -> DRIVER;
                    case "health" -> look();
                    case "drift" -> {
                        comparisons.incrementAndGet();
                        yield List.of();
                    }
                    case "owned" -> List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    CommandGateway gateway() {
        return (CommandGateway) Proxy.newProxyInstance(
                CommandGateway.class.getClassLoader(), new Class<?>[] {CommandGateway.class}, (_, _, _) -> {
                    commands.incrementAndGet();
                    return null;
                });
    }

    private HealthReport look() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = ask("/health");
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        counted.addAndGet(ask("/metrics").body().length());
        HealthCheck.Status status = answer.statusCode() == 200 ? HealthCheck.Status.PASS : HealthCheck.Status.FAIL;
        looks.incrementAndGet();
        return new HealthReport(
                List.of(
                        new HealthCheck(HealthArea.DATABASE, status, took, "The database is there."),
                        new HealthCheck(HealthArea.API, status, took, "GET /health answered."),
                        new HealthCheck(HealthArea.WORKERS, status, "The workload runs."),
                        new HealthCheck(HealthArea.STORAGE, status, "The data directory can be written."),
                        new HealthCheck(HealthArea.NETWORK, status, took, "The port answers.")),
                HealthMetrics.UNKNOWN,
                true,
                null);
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Bytes of figures that instances have told. */
    long counted() {
        return counted.get();
    }

    long looks() {
        return looks.get();
    }

    long comparisons() {
        return comparisons.get();
    }

    long commands() {
        return commands.get();
    }

    @Override
    public void close() {
        http.close();
    }
}
