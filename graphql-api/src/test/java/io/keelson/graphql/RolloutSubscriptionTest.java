package io.keelson.graphql;

import graphql.ExecutionResult;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutState;
import io.keelson.api.rollout.query.RolloutView;
import io.keelson.api.rollout.query.WatchRollouts;
import io.keelson.fixture.RolloutFixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class RolloutSubscriptionTest {
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aRolloutIsToldUntilItIsOverAndNothingOfItIsUnderWay() {
        RolloutView running = view(RolloutState.RUNNING, Map.of(MemberOutcome.RUNNING, 1, MemberOutcome.PENDING, 2));
        api.rollouts.rollouts.put(running.id(), running);

        StepVerifier.create(told())
                .expectNext("RUNNING 1")
                .then(() -> emit(RolloutState.ABORTED, Map.of(MemberOutcome.RUNNING, 1, MemberOutcome.SKIPPED, 2)))
                .expectNext("ABORTED 1")
                .then(() -> emit(RolloutState.ABORTED, Map.of(MemberOutcome.SUCCEEDED, 1, MemberOutcome.SKIPPED, 2)))
                .expectNext("ABORTED 0")
                .expectComplete()
                .verify(BOUND);
    }

    private Flux<String> told() {
        WebGraphQlResponse response = api.respond(
                "subscription($id: ID!) { rolloutChanged(id: $id) { state counts { running } } }",
                Map.of("id", RolloutFixtures.ROLLOUT_ID.toString()),
                new HttpHeaders());
        Publisher<ExecutionResult> publisher = response.getData();
        return Flux.from(publisher).map(each -> {
            Map<String, Map<String, Object>> data = each.getData();
            Map<String, Object> rollout = data.get("rolloutChanged");
            return "%s %s".formatted(rollout.get("state"), ((Map<?, ?>) rollout.get("counts")).get("running"));
        });
    }

    private void emit(RolloutState state, Map<MemberOutcome, Integer> outcomes) {
        RolloutView view = view(state, outcomes);
        api.rollouts.rollouts.put(view.id(), view);
        api.bean(QueryUpdateEmitter.class)
                .emit(WatchRollouts.class, query -> view.id().equals(query.rolloutId()), view);
    }

    private static RolloutView view(RolloutState state, Map<MemberOutcome, Integer> outcomes) {
        return new RolloutView(
                RolloutFixtures.ROLLOUT_ID,
                RolloutFixtures.spec(),
                state,
                3,
                0,
                null,
                "",
                List.of(),
                outcomes,
                FakePlatform.NOW,
                FakePlatform.NOW,
                "local-operator");
    }
}
