package io.keelson.query;

import static io.keelson.fixture.OperationFixtures.attempt;
import static io.keelson.fixture.OperationFixtures.stepStarted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceTerminationRequested;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.instance.query.WatchInstances;
import io.keelson.api.message.DomainEvent;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.event.PartnerRegistered;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.SettingFixtures;
import io.keelson.fixture.SuspensionFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.fixture.VersionFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import reactor.core.Disposable;

/** With a real processor: what is told again gives the same rows, and nobody is bothered with it. */
class ReplayTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ReadModel model = ReadModel.empty();
    private final InstanceId instance = InstanceId.random();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
            .name("projections")
            .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                    .eventHandlers(model.projections())
                    .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                    .build())
            .errorHandler(PropagatingErrorHandler.instance())
            .messageSource(store)
            .tokenStore(new InMemoryTokenStore())
            .transactionManager(transactions(model.bean(PlatformTransactionManager.class)))
            .coordinatorExecutor(threads)
            .workerExecutor(threads)
            .initialSegmentCount(4)
            .batchSize(50)
            .build();

    @AfterEach
    void stop() {
        processor.shutDown();
        threads.shutdownNow();
    }

    @Test
    void aResetAndAReplayGiveTheSameRowsAndNoUpdates() {
        append(history());
        processor.start();
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(rows()).hasSize(208).allSatisfy(this::isComplete));
        List<String> before = rows();
        List<InstanceView> updates = new CopyOnWriteArrayList<>();
        var watching = model.queries()
                .subscriptionQuery(
                        new WatchInstances(null),
                        ResponseTypes.multipleInstancesOf(InstanceView.class),
                        ResponseTypes.instanceOf(InstanceView.class));
        Disposable subscription = watching.updates().subscribe(updates::add);

        processor.shutDown();
        processor.resetTokens();
        assertThat(rows()).isEmpty();
        processor.start();
        await().atMost(LIMIT).untilAsserted(() -> assertThat(rows()).isEqualTo(before));

        append(List.of(new InstanceTerminationRequested(
                instance, InstanceFixtures.TERMINATION_ID, InstanceFixtures.blueprint())));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(updates).isNotEmpty());
        assertThat(updates)
                .singleElement()
                .extracting(InstanceView::activeOperationId)
                .isEqualTo(InstanceFixtures.TERMINATION_ID);
        subscription.dispose();
        watching.close();
    }

    private List<DomainEvent> history() {
        List<DomainEvent> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            PartnerId id = PartnerId.random();
            events.add(new PartnerRegistered(id, PartnerFixtures.NAME, PartnerFixtures.EMAIL));
            if (i % 3 == 0) {
                events.add(new PartnerSuspended(id, null));
            }
        }
        events.add(TenantFixtures.tenantRegistered());
        events.add(TenantFixtures.tenantUpdated());
        events.add(SuspensionFixtures.started());
        events.add(SuspensionFixtures.listed());
        events.add(SuspensionFixtures.holdPlaced());
        events.add(SuspensionFixtures.holdStopped());
        events.add(SettingFixtures.plansChanged(null, 750));
        events.add(SettingFixtures.plansChanged(750, 500));
        events.add(RolloutFixtures.started());
        events.add(RolloutFixtures.listed());
        events.add(VersionFixtures.versionReleased());
        events.add(new InstanceProvisioningRequested(
                instance, InstanceFixtures.OPERATION_ID, UpdatePolicy.FROZEN, InstanceFixtures.blueprint()));
        events.add(OperationFixtures.started());
        events.add(stepStarted(attempt(StepName.VALIDATE, 1)));
        events.add(new StepSucceeded(
                InstanceFixtures.OPERATION_ID, attempt(StepName.VALIDATE, 1), "Done.", Map.of("url", "x")));
        events.add(new InstanceActivated(instance, InstanceFixtures.OPERATION_ID, InstanceFixtures.URL));
        events.add(new OperationFinished(InstanceFixtures.OPERATION_ID, OperationState.SUCCEEDED, "Active."));
        return events;
    }

    private void append(List<? extends DomainEvent> events) {
        events.forEach(event -> store.publish(model.stored(event)));
    }

    private void isComplete(String row) {
        String[] parts = row.split(" ", 3);
        assertThat(Long.parseLong(parts[1]))
                .as(parts[0])
                .isEqualTo(model.bean(StoredSequences.class).last(parts[0]).orElseThrow());
    }

    /** Every row of every table: id, revision and all columns. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String kind : List.of(
                "partner",
                "tenant",
                "suspension",
                "hold",
                "setting",
                "version",
                "channel",
                "instance",
                "operation",
                "rollout")) {
            rows.addAll(model.sql()
                    .sql(
                            "select '%1$s:' || id || ' ' || revision || ' ' || to_jsonb(r) from read_model.%1$s r order by id"
                                    .formatted(kind))
                    .query(String.class)
                    .list());
        }
        return rows;
    }

    private static TransactionManager transactions(PlatformTransactionManager spring) {
        return () -> {
            TransactionStatus status = spring.getTransaction(new TransactionTemplate());
            return new Transaction() {
                @Override
                public void commit() {
                    spring.commit(status);
                }

                @Override
                public void rollback() {
                    spring.rollback(status);
                }
            };
        };
    }
}
