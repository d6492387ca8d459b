package io.keelson.job.type.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepProgress;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.driver.testkit.InMemoryInstanceDriver;
import io.keelson.driver.testkit.InMemoryWorld;
import io.keelson.driver.testkit.InstanceSpecFixtures;
import io.keelson.job.queue.JobOwner;
import io.keelson.job.queue.JobStatus;
import io.keelson.job.type.JobJson;
import io.keelson.job.type.QueryAnswers;
import io.keelson.job.type.TypeWorld;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstanceCommandHandlerTest {
    private final InMemoryWorld instances = new InMemoryWorld();
    private final InMemoryInstanceDriver driver = new InMemoryInstanceDriver(instances);
    private final InstanceSpec spec = InstanceSpecFixtures.aSpec();
    private String status = "ACTIVE";
    private TypeWorld world;

    @BeforeEach
    void enter() throws Exception {
        for (DriverStepKind kind : DriverStepKind.inOrder()) {
            kind.of(driver).apply(new StepContext(spec, "operation-1", StepProgress.NONE));
        }
        QueryGateway queries = new QueryAnswers().answeringWith(this).gateway();
        world = TypeWorld.with(new InstanceCommandHandler(queries, List.of(driver)));
    }

    @AfterEach
    void leave() {
        world.close();
    }

    @Test
    void theOutputBecomesLogLinesAndTheStatusTheResult() {
        UUID job = world.submit(InstanceCommandHandler.TYPE, command("echo", "a  b"), owner());

        assertThat(world.end(job).status()).as(world.row(job).error()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(world.row(job).result()).contains("\"exitStatus\": 0").contains("\"lines\": 1");
        assertThat(world.log(job)).contains("a  b");
        assertThat(instances.commands())
                .containsExactly(new InstanceCommand(
                        spec.instanceId(), spec.region(), job.toString(), List.of("echo", "a  b"), ""));
    }

    @Test
    void aFailedCommandHasOneTryUnlessMoreAreAskedFor() {
        UUID job = world.submit(InstanceCommandHandler.TYPE, command("false"), owner());

        assertThat(world.end(job).code()).isEqualTo("COMMAND_FAILED");
        assertThat(world.row(job).attempts()).isEqualTo(1);
        assertThat(world.row(job).error()).contains("exit status 1");
    }

    @Test
    void theInstanceOfTheJobIsUsedWhenThePayloadNamesNone() {
        UUID job = world.submit(
                InstanceCommandHandler.TYPE,
                "{\"command\": [\"echo\"]}",
                new JobOwner(TypeWorld.TENANT, spec.instanceId(), "ann"));

        assertThat(world.end(job).status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void anInstanceOfSomebodyElseIsUnknown() {
        UUID job = world.submit(
                InstanceCommandHandler.TYPE, command("echo"), new JobOwner(UUID.randomUUID(), null, "eve"));
        UUID elsewhere = world.submit(
                InstanceCommandHandler.TYPE, command("echo"), new JobOwner(TypeWorld.TENANT, UUID.randomUUID(), "ann"));

        assertThat(world.end(job).code()).isEqualTo("INSTANCE_NOT_FOUND");
        assertThat(world.end(elsewhere).code()).isEqualTo("INVALID_PAYLOAD");
        assertThat(instances.commands()).isEmpty();
    }

    @Test
    void aStoppedInstanceRunsNothing() {
        status = "TERMINATING";
        UUID job = world.submit(InstanceCommandHandler.TYPE, command("echo"), owner());

        assertThat(world.end(job).code()).isEqualTo("WRONG_STATE");
        assertThat(instances.commands()).isEmpty();
    }

    private String command(String... words) {
        return JobJson.write(Map.of("instanceId", "instance:" + spec.instanceId(), "command", List.of(words)));
    }

    private static JobOwner owner() {
        return new JobOwner(TypeWorld.TENANT, null, "ann");
    }

    @QueryHandler
    List<InstanceView> handle(GetInstances query) {
        String json = """
                {"id": "instance:%s", "name": "shop", "type": "SHARED_SAAS", "status": "%s", "driver": "memory",
                 "tenantId": "tenant:%s", "configuration": {"region": "local", "dataResidency": [], "enabledSuites": [],
                 "enabledCapabilities": [], "customDomain": null, "sslEnabled": false, "settings": {}}}""".formatted(spec.instanceId(), status, TypeWorld.TENANT);
        InstanceView view = JobJson.MAPPER.readValue(json, InstanceView.class);
        return query.ids().contains(view.id()) ? List.of(view) : List.of();
    }
}
