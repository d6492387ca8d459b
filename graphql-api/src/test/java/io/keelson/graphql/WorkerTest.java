package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.worker.WorkerState;
import io.keelson.fixture.WorkerFixtures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final Map<String, Object> ID = Map.of("id", WorkerFixtures.WORKER_ID.toString());
    private static final String DRAIN = """
            mutation($id: ID!, $reason: String!) {
              drainWorker(input: { workerId: $id, reason: $reason }) { worker { state drainReason } }
            }""";

    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void aWorkerTellsHowItIsAndWhatItHolds() {
        api.platform.workers.put(WorkerFixtures.WORKER_ID, WorkerFixtures.view(WorkerState.RUNNING));

        TestApi.Reply reply = api.ask("""
                query($id: ID!) {
                  worker(id: $id) {
                    id state host pid roles supervised version startedAt lastSeen lanes { open busy max }
                    heap { usedMegabytes maxMegabytes } drainReason jobs { id type since }
                  }
                }""", ID).withoutErrors();

        assertThat(reply.<Map<String, Object>>at("$.data.worker"))
                .containsEntry("id", WorkerFixtures.WORKER_ID.toString())
                .containsEntry("state", "RUNNING")
                .containsEntry("host", WorkerFixtures.HOST)
                .containsEntry("roles", List.of("WORKER"))
                .containsEntry("supervised", true)
                .containsEntry("lanes", Map.of("open", 2, "busy", 1, "max", 16))
                .containsEntry("heap", Map.of("usedMegabytes", 120, "maxMegabytes", 336))
                .containsEntry("drainReason", null);
        assertThat(reply.<Map<String, Object>>at("$.data.worker.jobs[0]"))
                .containsEntry("id", "job:" + WorkerFixtures.JOB_ID)
                .containsEntry("type", "http.request")
                .containsEntry("since", "2026-03-01T11:01:00Z");
    }

    @Test
    void workersAreAListOfTheUsualForm() {
        api.platform.workers.put(WorkerFixtures.WORKER_ID, WorkerFixtures.view(WorkerState.GONE));

        TestApi.Reply reply = api.ask(
                        "{ workers(first: 5, filter: { state: GONE }) { totalCount edges { cursor node { state } } } }",
                        Map.of())
                .withoutErrors();

        assertThat(reply.<Integer>at("$.data.workers.totalCount")).isEqualTo(1);
        assertThat(reply.<String>at("$.data.workers.edges[0].node.state")).isEqualTo("GONE");
    }

    @Test
    void drainingCarriesTheReasonAndResumingNeedsNone() {
        api.platform.workers.put(WorkerFixtures.WORKER_ID, WorkerFixtures.view(WorkerState.RUNNING));

        TestApi.Reply drained = api.ask(DRAIN, Map.of("id", ID.get("id"), "reason", "New release"));
        TestApi.Reply resumed =
                api.ask("mutation($id: ID!) { resumeWorker(input: { workerId: $id }) { worker { state } } }", ID);

        assertThat(drained.<String>at("$.data.drainWorker.worker.state")).isEqualTo("DRAINING");
        assertThat(resumed.<String>at("$.data.resumeWorker.worker.state")).isEqualTo("RUNNING");
        assertThat(api.platform.metadata)
                .extracting(metadata -> metadata.get(RequestContext.REASON))
                .containsExactly("New release", null);
    }

    @Test
    void aBlankReasonAndAnUnknownWorkerAreRefused() {
        TestApi.Reply blank = api.ask(DRAIN, Map.of("id", ID.get("id"), "reason", " "));
        TestApi.Reply unknown = api.ask(DRAIN, Map.of("id", ID.get("id"), "reason", "New release"));
        TestApi.Reply malformed = api.ask(DRAIN, Map.of("id", "worker:7", "reason", "New release"));

        assertThat(blank.<Map<String, Object>>at("$.errors[0].extensions.details"))
                .containsEntry("field", "reason");
        assertThat(unknown.<String>at("$.errors[0].extensions.code")).isEqualTo("NOT_FOUND");
        assertThat(malformed.<Map<String, Object>>at("$.errors[0].extensions.details"))
                .containsEntry("field", "workerId");
    }
}
