package io.keelson.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.health.FindHealthChanges;
import io.keelson.api.health.FindHealthHistories;
import io.keelson.api.health.GetUpkeep;
import io.keelson.api.health.GetUptimes;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.ProvisionInstance;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RestartInstance;
import io.keelson.fixture.InstanceFixtures;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final String HEALTH = """
        query($period: Duration) { instances { edges { node {
          leftAlone
          drift { kind detail action since }
          healthReport { at status running checks { name status message responseTime } metrics { memoryBytes cpuCores } }
          uptime(period: $period) { ratio up known }
          healthHistory(first: 1) { totalCount edges { cursor node { health reason leftAlone lastWords at } } }
        } } } }""";

    private final TestApi api = new TestApi();

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void everythingThatIsKnownOfTheHealthOfManyIsReadByOneQueryPerField() {
        twoInstances();

        TestApi.Reply reply = api.ask(HEALTH, Map.of("period", "PT6H")).withoutErrors();

        String node = "$.data.instances.edges[0].node.";
        assertThat(reply.<String>at(node + "healthReport.checks[0].name")).isEqualTo("API");
        assertThat(reply.<String>at(node + "healthReport.checks[0].responseTime"))
                .isEqualTo("PT0.012S");
        assertThat(reply.<Double>at(node + "healthReport.metrics.memoryBytes")).isEqualTo(1e9);
        assertThat(reply.<Object>at(node + "healthReport.metrics.cpuCores")).isNull();
        assertThat(reply.<String>at(node + "drift[0].action")).isEqualTo("REPORT");
        assertThat(reply.<Boolean>at(node + "leftAlone")).isTrue();
        assertThat(reply.<Double>at(node + "uptime.ratio")).isEqualTo(0.75);
        assertThat(reply.<String>at(node + "healthHistory.edges[0].node.health"))
                .isEqualTo("UNHEALTHY");
        assertThat(api.platform.asked(GetUpkeep.class)).isEqualTo(3);
        assertThat(api.platform.queries.stream()
                        .filter(GetUptimes.class::isInstance)
                        .map(GetUptimes.class::cast)
                        .map(GetUptimes::period))
                .containsExactly(Duration.ofHours(6));
        assertThat(api.platform.asked(FindHealthHistories.class)).isEqualTo(1);
        assertThat(api.platform.asked(FindHealthChanges.class)).isZero();
    }

    @Test
    void transfersOverBordersAreReadOfAnInstance() {
        twoInstances();

        TestApi.Reply reply = api.ask(
                        "{ instances { edges { node { dataTransfers(first: 5) { totalCount edges { node {"
                                + " purpose from to approvedAt approvedBy operation { id } } } } } } } }",
                        Map.of())
                .withoutErrors();

        String node = "$.data.instances.edges[0].node.dataTransfers.edges[0].node.";
        assertThat(reply.<String>at(node + "purpose")).isEqualTo("MIGRATE");
        assertThat(reply.<String>at(node + "from")).isEqualTo("local");
        assertThat(reply.<String>at(node + "to")).isEqualTo("ng-lagos-1");
    }

    @Test
    void aPeriodThatMeansNothingIsRefused() {
        twoInstances();

        TestApi.Reply reply = api.ask(HEALTH, Map.of("period", "PT0S"));

        assertThat(reply.<String>at("$.errors[0].extensions.code")).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.<String>at("$.errors[0].extensions.details.field")).isEqualTo("period");
    }

    @Test
    void restartAndReconcileAskTheInstance() {
        String id = twoInstances().toString();

        api.ask(
                        "mutation($id: ID!) { restartInstance(input: { instanceId: $id }) { instance { id } operation { id } } }",
                        Map.of("id", id))
                .withoutErrors();
        api.ask(
                        "mutation($id: ID!) { reconcileInstance(input: { instanceId: $id }) { operation { id } } }",
                        Map.of("id", id))
                .withoutErrors();

        assertThat(api.platform.sent(RestartInstance.class).instanceId().toString())
                .isEqualTo(id);
        assertThat(api.platform.sent(ReconcileInstance.class).steps()).isEmpty();
    }

    @Test
    void orphansAreListed() {
        TestApi.Reply reply =
                api.ask("{ orphans { driver kind name instanceId since } }").withoutErrors();

        assertThat(reply.<String>at("$.data.orphans[0].kind")).isEqualTo("directory");
        assertThat(reply.<Object>at("$.data.orphans[0].instanceId")).isNull();
    }

    /** The id of the first. */
    private InstanceId twoInstances() {
        InstanceId second = InstanceId.random();
        api.platform.instances.put(
                InstanceFixtures.INSTANCE_ID, FakePlatform.instance(InstanceFixtures.provisionInstance()));
        ProvisionInstance usual = InstanceFixtures.provisionInstance();
        api.platform.instances.put(
                second,
                FakePlatform.instance(new ProvisionInstance(
                        second,
                        usual.operationId(),
                        usual.name(),
                        usual.type(),
                        usual.partnerId(),
                        usual.tenantId(),
                        usual.component(),
                        usual.version(),
                        usual.driver(),
                        usual.updatePolicy(),
                        usual.configuration(),
                        usual.resources())));
        return InstanceFixtures.INSTANCE_ID;
    }
}
