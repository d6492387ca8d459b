package io.keelson.query.live;

import static io.keelson.fixture.OperationFixtures.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.instance.query.WatchInstances;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.event.OperationStarted;
import io.keelson.api.operation.event.StepStarted;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.operation.query.WatchOperation;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.query.ReadModel;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryUpdateEmitter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveUpdatesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ReadModel model = ReadModel.empty();
    /** New ones for each test: a node remembers what it has sent. */
    private final InstanceId instance = InstanceId.random();

    private final OperationId operation = OperationId.random();
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable closeable : toClose.reversed()) {
            closeable.close();
        }
    }

    @Test
    void aSubscriptionStartsWithWhatIsThereAndGetsEveryLaterState() {
        model.tell(started());
        var watching = watchOperation(model.queries(), operation);
        assertThat(watching.initial()).singleElement().satisfies(view -> assertThat(view.progress())
                .isZero());

        model.tell(new StepStarted(operation, attempt(StepName.VALIDATE, 1), Duration.ZERO));

        // The news of the first event may still be under way when the subscription starts.
        await().atMost(LIMIT).untilAsserted(() -> assertThat(watching.updates())
                .last()
                .extracting(OperationView::message)
                .isEqualTo("Step 1 of 3: validate."));
    }

    @Test
    void anInstanceIsSentToThoseWhoWatchItOrAllAndToNobodyElse() {
        var all = watchInstances(model.queries(), null);
        var one = watchInstances(model.queries(), instance);
        var other = watchInstances(model.queries(), InstanceId.random());
        assertThat(one.initial()).isEmpty();

        model.tell(requested());
        await().atMost(LIMIT)
                .until(() -> all.updates().size() == 1 && one.updates().size() == 1);
        model.tell(new InstanceActivated(instance, operation, InstanceFixtures.URL));
        await().atMost(LIMIT)
                .until(() -> all.updates().size() == 2 && one.updates().size() == 2);

        assertThat(all.updates())
                .extracting(InstanceView::status)
                .containsExactly(InstanceStatus.PROVISIONING, InstanceStatus.ACTIVE);
        assertThat(other.updates()).isEmpty();
    }

    @Test
    void anotherNodeSendsTheSameUpdatesOnce() {
        Node node = node(model.bean(NotificationConnections.class));
        awaitListeners(2);
        var watching = watchOperation(node.queries(), operation);

        model.tell(started());
        await().atMost(LIMIT).until(() -> watching.updates().size() == 1);
        // The same news again, as when a node hears both itself and its notification.
        node.updates().heard(List.of(new RowChange(operation.toString(), 0)));
        model.tell(new StepStarted(operation, attempt(StepName.VALIDATE, 1), Duration.ZERO));

        await().atMost(LIMIT).until(() -> watching.updates().size() > 1);
        assertThat(watching.updates()).hasSize(2);
        assertThat(watching.updates().getLast().message()).isEqualTo("Step 1 of 3: validate.");
    }

    @Test
    void aNodeThatCannotListenStillSendsItsOwnChanges() {
        Node node = node(() -> {
            throw new SQLException("no connection today");
        });
        model.tell(started());
        var watching = watchOperation(node.queries(), operation);

        node.updates().changed(List.of(new RowChange(operation.toString(), 0)));

        await().atMost(LIMIT).until(() -> watching.updates().size() == 1);
    }

    @Test
    void aNodeThatLostItsConnectionCatchesUpWhenItListensAgain() {
        Node node = node(model.bean(NotificationConnections.class));
        awaitListeners(2);
        var one = watchOperation(node.queries(), operation);
        var all = watchInstances(node.queries(), null);
        model.sql()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'")
                .query()
                .listOfRows();
        awaitListeners(0);

        // Projected elsewhere while nobody listened; happened now, as a real event.
        Clock clock = model.bean(Clock.class);
        model.deliver(List.of(model.stored(started(), clock.instant()), model.stored(requested(), clock.instant())));

        await().atMost(LIMIT)
                .until(() -> one.updates().size() == 1 && all.updates().size() == 1);
    }

    @Test
    void anotherNodeLetsItsRequestsGoOn() {
        Waiters waiters = new Waiters(model.bean(ProjectedRevisions.class));
        toClose.add(waiters);
        LiveUpdates updates = new LiveUpdates(
                model.bean(NotificationConnections.class),
                SimpleQueryUpdateEmitter.builder().build(),
                List.of(),
                waiters,
                model.bean(Clock.class));
        var shown = waiters.await(operation.toString(), 3, LIMIT);

        // No row shows revision 3, so only the news can be what ends the wait.
        updates.heard(List.of(new RowChange(operation.toString(), 3)));

        assertThat(shown).succeedsWithin(LIMIT).isEqualTo(true);
    }

    @Test
    void stoppingAndStartingAgainWorks() {
        Node node = node(model.bean(NotificationConnections.class));
        awaitListeners(2);
        node.updates().stop();
        awaitListeners(1);
        node.updates().start();
        node.updates().start();
        awaitListeners(2);
        var watching = watchOperation(node.queries(), operation);

        model.tell(started());

        await().atMost(LIMIT).until(() -> watching.updates().size() == 1);
    }

    private OperationStarted started() {
        return new OperationStarted(
                operation, OperationKind.PROVISION, InstanceFixtures.blueprint(), OperationFixtures.PLAN);
    }

    private InstanceProvisioningRequested requested() {
        return new InstanceProvisioningRequested(
                instance, operation, UpdatePolicy.MANUAL_APPROVAL, InstanceFixtures.blueprint());
    }

    private record Node(LiveUpdates updates, QueryGateway queries) {}

    private record Watching<V>(List<V> initial, List<V> updates) {}

    private Node node(NotificationConnections connections) {
        QueryUpdateEmitter emitter = SimpleQueryUpdateEmitter.builder().build();
        Waiters waiters = new Waiters(model.bean(ProjectedRevisions.class));
        List<WatchedViews<?, ?>> kinds = new ArrayList<>();
        model.beans(WatchedViews.class).forEach(kinds::add);
        LiveUpdates updates = new LiveUpdates(connections, emitter, kinds, waiters, model.bean(Clock.class));
        updates.start();
        toClose.add(waiters);
        toClose.add(updates::stop);
        return new Node(updates, model.gateway(emitter));
    }

    private void awaitListeners(int expected) {
        await().atMost(LIMIT)
                .until(() -> model.sql()
                                .sql("select count(*) from pg_stat_activity where query like 'listen %' "
                                        + "and datname = current_database()")
                                .query(Integer.class)
                                .single()
                        == expected);
    }

    private Watching<OperationView> watchOperation(QueryGateway queries, OperationId id) {
        return watch(queries, new WatchOperation(id), OperationView.class);
    }

    private Watching<InstanceView> watchInstances(QueryGateway queries, InstanceId id) {
        return watch(queries, new WatchInstances(id), InstanceView.class);
    }

    private <V> Watching<V> watch(QueryGateway queries, Object query, Class<V> type) {
        var result = queries.subscriptionQuery(
                query, ResponseTypes.multipleInstancesOf(type), ResponseTypes.instanceOf(type));
        List<V> updates = new CopyOnWriteArrayList<>();
        var subscription = result.updates().subscribe(updates::add);
        toClose.add(result::close);
        toClose.add(subscription::dispose);
        return new Watching<>(result.initialResult().block(LIMIT), updates);
    }
}
