package io.keelson.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.eventstore.serializer.LogicalTypeNames;
import io.keelson.eventstore.storage.PostgresEventStorageEngine;
import io.keelson.eventstore.stream.PostgresEventStore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingModule;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.stereotype.Saga;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The framework chooses other parts in silence when a bean is missing; so each part is named here. */
class WiringTest {
    private static final List<String> PROJECTIONS = List.of(
            "partner-projection",
            "tenant-projection",
            "suspension-projection",
            "version-projection",
            "channel-projection",
            "rollout-projection",
            "setting-projection",
            "fleet-projection");
    private static final List<String> DIRECT = List.of("directory");
    private static final List<String> AUTOMATIONS = List.of(
            "step-launcher",
            "instance-watch",
            "schedule-register",
            "provisioning-saga",
            "termination-saga",
            "suspension-cascade",
            "hold-saga",
            "rollout-saga",
            "rollout-runner",
            "instance-operation-saga");

    private final ApplicationContext context = RunningKeelson.shared().context();
    private final EventProcessingConfiguration processing = context.getBean(EventProcessingConfiguration.class);
    private final JdbcClient jdbc = context.getBean(JdbcClient.class);

    @Test
    void eventsTokensAndSagasAreStoredByTheStoresWeMean() {
        assertThat(context.getBean(EventStorageEngine.class)).isExactlyInstanceOf(PostgresEventStorageEngine.class);
        assertThat(context.getBean(EventStore.class)).isExactlyInstanceOf(PostgresEventStore.class);
        assertThat(context.getBean(EventBus.class)).isSameAs(context.getBean(EventStore.class));
        assertThat(context.getBean(TokenStore.class)).isExactlyInstanceOf(JdbcTokenStore.class);
        assertThat(context.getBean(SagaStore.class)).isExactlyInstanceOf(JdbcSagaStore.class);
        assertThat(context.getBean(QueryBus.class)).isExactlyInstanceOf(SimpleQueryBus.class);
        assertThat(context.getBeansOfType(Serializer.class).values())
                .allSatisfy(serializer -> assertThat(serializer.getClass().getName())
                        .isEqualTo("io.keelson.eventstore.serializer.LogicalNameSerializer"));
    }

    @Test
    void everySagaHasANameInTheStore() {
        LogicalTypeNames names = context.getBean(LogicalTypeNames.class);
        assertThat(context.getBeanNamesForAnnotation(Saga.class)).isNotEmpty().allSatisfy(saga -> assertThat(
                        names.nameOf(context.getType(saga)))
                .isPresent());
    }

    @Test
    void everyProcessorIsPooledAndPropagatesErrors() {
        assertThat(processing.eventProcessors().keySet())
                .containsExactlyInAnyOrderElementsOf(all(PROJECTIONS, AUTOMATIONS, DIRECT));
        all(PROJECTIONS, AUTOMATIONS, List.of())
                .forEach(name -> assertThat(processing.eventProcessors().get(name))
                        .isExactlyInstanceOf(PooledStreamingEventProcessor.class));
        assertThat(processing.eventProcessors().get("directory")).isInstanceOf(SubscribingEventProcessor.class);

        EventProcessingModule module = context.getBean(EventProcessingModule.class);
        all(PROJECTIONS, AUTOMATIONS, DIRECT).forEach(name -> {
            assertThat(module.listenerInvocationErrorHandler(name)).isSameAs(PropagatingErrorHandler.INSTANCE);
            assertThat(module.errorHandler(name)).isSameAs(PropagatingErrorHandler.INSTANCE);
        });
    }

    @Test
    void projectionsParkWhatTheyCannotTakeAndAutomationsNeverPassBy() {
        PROJECTIONS.forEach(
                name -> assertThat(processing.deadLetterQueue(name)).hasValueSatisfying(queue -> assertThat(queue)
                        .isExactlyInstanceOf(JdbcSequencedDeadLetterQueue.class)));
        AUTOMATIONS.forEach(name -> assertThat(processing.deadLetterQueue(name)).isEmpty());
    }

    @Test
    void nothingIsStoredAsALargeObjectAndThePositionOfEventsIsNotCached() {
        assertThat(jdbc.sql("select table_schema || '.' || table_name || '.' || column_name from"
                                + " information_schema.columns where data_type = 'oid' and table_schema in ('event_store', 'command_side',"
                                + " 'read_model', 'jobs', 'jobrunr', 'graphql_api')")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(jdbc.sql("select distinct cache_size from pg_sequences where schemaname = 'event_store'"
                                + " and sequencename like 'domain_event%'")
                        .query(Long.class)
                        .list())
                .containsExactly(1L);
    }

    private static Set<String> all(List<String> first, List<String> second, List<String> third) {
        return Stream.of(first, second, third).flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
