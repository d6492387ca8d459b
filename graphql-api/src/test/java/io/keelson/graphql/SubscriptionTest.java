package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.instance.query.WatchInstances;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.operation.query.WatchOperation;
import io.keelson.fixture.InstanceFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class SubscriptionTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String ID = InstanceFixtures.OPERATION_ID.toString();

    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void progressComesUntilTheOperationIsOver() {
        store(OperationState.RUNNING, 0);
        api.platform.instances.put(
                InstanceFixtures.INSTANCE_ID, FakePlatform.instance(InstanceFixtures.provisionInstance()));

        StepVerifier.create(progress(ID).map(SubscriptionTest::state))
                .expectNext("RUNNING 0 " + InstanceFixtures.INSTANCE_ID)
                .then(() -> emit(OperationState.RUNNING, 50))
                .expectNext("RUNNING 50 " + InstanceFixtures.INSTANCE_ID)
                .then(() -> emit(OperationState.SUCCEEDED, 100))
                .expectNext("SUCCEEDED 100 " + InstanceFixtures.INSTANCE_ID)
                .expectComplete()
                .verify(BOUND);
    }

    @Test
    void anOperationThatIsOverIsToldOnce() {
        store(OperationState.ROLLED_BACK, 100);

        StepVerifier.create(progress(ID)).expectNextCount(1).expectComplete().verify(BOUND);
    }

    @Test
    void theSameViewIsNotToldTwice() {
        store(OperationState.RUNNING, 10);

        StepVerifier.create(progress(ID).map(SubscriptionTest::state))
                .expectNextCount(1)
                .then(() -> emit(OperationState.RUNNING, 10))
                .then(() -> emit(OperationState.FAILED, 10))
                .expectNextMatches(state -> state.startsWith("FAILED"))
                .expectComplete()
                .verify(BOUND);
    }

    @Test
    void aLostUpdateIsFoundByReadingAgain() {
        store(OperationState.RUNNING, 10);

        StepVerifier.create(progress(ID).map(SubscriptionTest::state))
                .expectNextCount(1)
                .then(() -> store(OperationState.SUCCEEDED, 100))
                .expectNextMatches(state -> state.startsWith("SUCCEEDED"))
                .expectComplete()
                .verify(BOUND);
    }

    @Test
    void aReadingThatFailsDoesNotEndTheStream() {
        store(OperationState.RUNNING, 10);
        AtomicInteger failures = new AtomicInteger();

        StepVerifier.create(progress(ID).map(SubscriptionTest::state))
                .expectNextCount(1)
                .then(() -> api.platform.broken =
                        () -> new IllegalStateException("Database away " + failures.incrementAndGet()))
                .then(() -> Awaitility.await().atMost(BOUND).until(() -> failures.get() > 1))
                .then(() -> api.platform.broken = null)
                .then(() -> store(OperationState.SUCCEEDED, 100))
                .expectNextMatches(state -> state.startsWith("SUCCEEDED"))
                .expectComplete()
                .verify(BOUND);
    }

    @Test
    void anIllFormedIdEndsTheStreamWithAnErrorOfTheContract() {
        StepVerifier.create(progress("operation:7"))
                .expectErrorSatisfies(error -> {
                    SubscriptionPublisherException told = (SubscriptionPublisherException) error;
                    Map<String, Object> extensions = told.getErrors().getFirst().getExtensions();
                    assertThat(extensions)
                            .containsEntry("code", "VALIDATION_ERROR")
                            .containsKey("requestId");
                    assertThat(extensions.get("details").toString()).contains("field=id");
                })
                .verify(BOUND);
    }

    @Test
    void allInstancesCanBeWatched() {
        InstanceView view = FakePlatform.instance(InstanceFixtures.provisionInstance());

        StepVerifier.create(stream("subscription { instanceChanged { id status } }", Map.of()))
                .then(() -> emitter().emit(WatchInstances.class, query -> query.instanceId() == null, view))
                .expectNextCount(1)
                .thenCancel()
                .verify(BOUND);
    }

    @Test
    void oneInstanceIsToldAtOnce() {
        api.platform.instances.put(
                InstanceFixtures.INSTANCE_ID, FakePlatform.instance(InstanceFixtures.provisionInstance()));

        StepVerifier.create(stream(
                        "subscription($id: ID) { instanceChanged(id: $id) { id status partner { id } } }",
                        Map.of("id", InstanceFixtures.INSTANCE_ID.toString())))
                .expectNextMatches(result -> result.getErrors().isEmpty())
                .thenCancel()
                .verify(BOUND);
    }

    @Test
    void aSlowReaderGetsTheLatestViewAndHoldsUpNobody() {
        store(OperationState.RUNNING, 0);

        StepVerifier.create(progress(ID).map(SubscriptionTest::state), 1)
                .expectNextMatches(state -> state.startsWith("RUNNING 0"))
                .then(() -> {
                    for (int progress = 1; progress < 1_000; progress++) {
                        emit(OperationState.RUNNING, progress % 100);
                    }
                    emit(OperationState.SUCCEEDED, 100);
                })
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(state -> state.startsWith("RUNNING"))
                .expectNextMatches(state -> state.startsWith("SUCCEEDED"))
                .expectComplete()
                .verify(BOUND);
    }

    private Flux<ExecutionResult> progress(String id) {
        return stream(TestApi.stored("operation-progress"), Map.of("id", id));
    }

    private Flux<ExecutionResult> stream(String document, Map<String, Object> variables) {
        WebGraphQlResponse response = api.respond(document, variables, new HttpHeaders());
        assertThat(response.getErrors()).isEmpty();
        Publisher<ExecutionResult> publisher = response.getData();
        return Flux.from(publisher);
    }

    private static String state(ExecutionResult result) {
        Map<String, Map<String, Object>> data = result.getData();
        Map<String, Object> operation = data.get("operationProgress");
        Map<?, ?> instance = (Map<?, ?>) operation.get("instance");
        return operation.get("state") + " " + operation.get("progress") + " "
                + (instance == null ? "-" : instance.get("id"));
    }

    private void store(OperationState state, int progress) {
        api.platform.operations.put(InstanceFixtures.OPERATION_ID, view(state, progress));
    }

    private void emit(OperationState state, int progress) {
        store(state, progress);
        emitter().emit(WatchOperation.class, _ -> true, view(state, progress));
    }

    private QueryUpdateEmitter emitter() {
        return api.bean(QueryUpdateEmitter.class);
    }

    private static OperationView view(OperationState state, int progress) {
        return FakePlatform.operation(InstanceFixtures.OPERATION_ID, InstanceFixtures.INSTANCE_ID, state, progress);
    }
}
