package io.keelson.job.type.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.job.queue.JobFailure;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import io.keelson.job.type.JobTypes;
import io.keelson.job.type.TypeWorld;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkflowHandlerTest {
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger interrupted = new AtomicInteger();
    private final TypeWorld world = new TypeWorld(made -> {
        JobTypes types = new JobTypes(List.of(new Part()));
        WorkflowHandler workflow = new WorkflowHandler(
                types, made.database.dataSource(), made.transactions, made.queue, made.acts::cancel);
        types.add(workflow);
        return List.of(new Part(), workflow);
    });

    @AfterEach
    void leave() {
        released.countDown();
        world.close();
    }

    @Test
    void resultsArePassedOnAlongADiamond() {
        TypeWorld.Row row = world.run(WorkflowHandler.TYPE, """
                {"nodes": [
                  {"name": "top", "type": "part", "payload": {"say": "t"}},
                  {"name": "left", "type": "part", "payload": {"say": "${top.result.said}l"}, "dependsOn": ["top"]},
                  {"name": "right", "type": "part", "payload": {"say": "${top.result.said}r"}, "dependsOn": ["top"]},
                  {"name": "end", "type": "part", "dependsOn": ["left", "right"],
                   "payload": {"say": "${left.result.said}-${right.result.said}"}}]}""");

        assertThat(row.status()).as(row.error()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(begun).hasSize(4).startsWith("t").endsWith("tl-tr");
        JsonNode result = JsonMapper.shared().readTree(row.result());
        assertThat(result.at("/nodes/end/result/said").asString()).isEqualTo("tl-tr");
        assertThat(row.progress()).isEqualTo(100);
        assertThat(row.attempts()).isEqualTo(1);
    }

    @Test
    void childrenBelongToTheWorkflowAndItsOwner() {
        UUID job = world.submit(
                WorkflowHandler.TYPE,
                nodes("{'name': 'a', 'type': 'part'}"),
                new JobOwner(TypeWorld.TENANT, null, "ann"));
        world.end(job);

        assertThat(world.database
                        .jdbc()
                        .sql(
                                "select parent_id || ' ' || tenant_id || ' ' || created_by from jobs.platform_job where type = 'part'")
                        .query(String.class)
                        .list())
                .containsExactly("%s %s ann".formatted(job, TypeWorld.TENANT));
    }

    @Test
    void noLaneIsHeldWhileChildrenRun() {
        for (int i = 0; i < 12; i++) {
            world.submit(WorkflowHandler.TYPE, nodes("{'name': 'a', 'type': 'part', 'payload': {'wait': true}}"));
        }
        // There are 8 lanes: all of them must reach children, although 12 workflows wait.
        await().atMost(Duration.ofSeconds(20)).until(() -> begun.size() == 8);
        released.countDown();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> world.database.countOf("jobs.platform_job where type = 'workflow' and status = 3") == 12);
        assertThat(begun).hasSize(12);
    }

    @Test
    void aFailureStopsTheOthers() {
        TypeWorld.Row row = world.run(WorkflowHandler.TYPE, nodes("""
                {'name': 'slow', 'type': 'part', 'payload': {'wait': true}},
                {'name': 'bad', 'type': 'part', 'payload': {'fail': true}},
                {'name': 'later', 'type': 'part', 'dependsOn': ['slow']}"""));

        assertThat(row.status()).isEqualTo(JobStatus.DEAD);
        assertThat(row.code()).isEqualTo("NODE_FAILED");
        assertThat(row.error()).contains("bad");
        assertThat(states())
                .containsEntry("slow", "5")
                .containsEntry("bad", "4")
                .doesNotContainKey("later");
        assertThat(row.attempts()).isEqualTo(1);
    }

    @Test
    void othersGoOnWhenToldTo() {
        TypeWorld.Row row = world.run(WorkflowHandler.TYPE, """
                {"onFailure": "CONTINUE", "nodes": [
                  {"name": "bad", "type": "part", "payload": {"fail": true}},
                  {"name": "good", "type": "part"},
                  {"name": "afterGood", "type": "part", "dependsOn": ["good"]},
                  {"name": "afterBad", "type": "part", "dependsOn": ["bad", "good"]}]}""");

        assertThat(row.status()).isEqualTo(JobStatus.DEAD);
        assertThat(states())
                .containsEntry("good", "3")
                .containsEntry("afterGood", "3")
                .doesNotContainKey("afterBad");
    }

    @Test
    void aMissingResultFailsItsNode() {
        TypeWorld.Row row = world.run(WorkflowHandler.TYPE, nodes("""
                {'name': 'a', 'type': 'part'},
                {'name': 'b', 'type': 'part', 'dependsOn': ['a'], 'payload': {'say': '${a.result.nothing}'}}"""));

        assertThat(row.status()).isEqualTo(JobStatus.DEAD);
        assertThat(row.error()).contains("b (the result of node a has no part");
    }

    @Test
    void cancellingAWorkflowCancelsItsJobs() {
        UUID job = world.submit(WorkflowHandler.TYPE, nodes("""
                {'name': 'a', 'type': 'part', 'payload': {'wait': true}},
                {'name': 'b', 'type': 'part', 'dependsOn': ['a']}"""));
        await().atMost(Duration.ofSeconds(10)).until(() -> begun.size() == 1);

        world.acts.cancel(job);

        assertThat(world.end(job).status()).isEqualTo(JobStatus.CANCELLED);
        await().atMost(Duration.ofSeconds(10)).until(() -> interrupted.get() == 1);
        await().atMost(Duration.ofSeconds(10)).until(() -> states().equals(Map.of("a", "5")));
    }

    @Test
    void aWorkflowThatTakesTooLongIsGivenUp() {
        TypeWorld.Row row = world.run(
                WorkflowHandler.TYPE,
                "{\"timeoutSeconds\": 1, \"nodes\": [{\"name\": \"a\", \"type\": \"part\", \"payload\": {\"wait\": true}}]}");

        assertThat(row.code()).isEqualTo("WORKFLOW_TIMED_OUT");
        await().atMost(Duration.ofSeconds(10)).until(() -> states().equals(Map.of("a", "5")));
    }

    @Test
    void workflowsStandInEachOther() {
        TypeWorld.Row row = world.run(WorkflowHandler.TYPE, nodes("""
                {'name': 'inner', 'type': 'workflow', 'payload': {'nodes': [
                  {'name': 'x', 'type': 'part', 'payload': {'say': 'deep'}}]}},
                {'name': 'after', 'type': 'part', 'dependsOn': ['inner'],
                 'payload': {'say': '${inner.result.nodes.x.result.said}!'}}"""));

        assertThat(row.status()).as(row.error()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(begun).containsExactly("deep", "deep!");
    }

    @Test
    void noNodeRunsTwiceWhateverTheLooksDo() {
        world.addNode();
        for (int i = 0; i < 20; i++) {
            world.submit(WorkflowHandler.TYPE, nodes("""
                    {'name': 'a', 'type': 'part', 'payload': {'say': 'a%1$d'}},
                    {'name': 'b', 'type': 'part', 'payload': {'say': 'b%1$d'}, 'dependsOn': ['a']},
                    {'name': 'c', 'type': 'part', 'payload': {'say': 'c%1$d'}, 'dependsOn': ['a']},
                    {'name': 'd', 'type': 'part', 'payload': {'say': 'd%1$d'}, 'dependsOn': ['b', 'c']}""".formatted(i)));
        }
        // Looks that come too early, as after a crash: a waiting workflow is made due again and again.
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    world.database
                            .jdbc()
                            .sql(
                                    "update jobs.platform_job set run_at = clock_timestamp() where type = 'workflow' and status = 0")
                            .update();
                    world.signals.jobEnqueued();
                    return world.database.countOf("jobs.platform_job where type = 'workflow' and status = 3") == 20;
                });

        assertThat(begun).hasSize(80).doesNotHaveDuplicates();
    }

    private Map<String, String> states() {
        return world
                .database
                .jdbc()
                .sql("select split_part(unique_key, ':', 3) as node, status from jobs.platform_job where type = 'part'")
                .query((row, _) -> Map.entry(row.getString("node"), row.getString("status")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String nodes(String nodes) {
        return "{\"nodes\": [%s]}".formatted(nodes.replace('\'', '"'));
    }

    /** A job that says something, fails or waits. */
    private final class Part implements JobHandler {
        @Override
        public String type() {
            return "part";
        }

        @Override
        public boolean submittable() {
            return true;
        }

        @Override
        public String run(RunningJob job) throws InterruptedException {
            JsonNode payload = JobJson.MAPPER.readTree(job.payload());
            if (payload.path("fail").asBoolean(false)) {
                throw new JobFailure("TOLD_TO", "The test says so.", false);
            }
            String say = payload.path("say").asString("said");
            begun.add(say);
            if (payload.path("wait").asBoolean(false)) {
                try {
                    released.await();
                } catch (InterruptedException told) {
                    interrupted.incrementAndGet();
                    throw told;
                }
            }
            return JobJson.write(Map.of("said", say));
        }
    }
}
