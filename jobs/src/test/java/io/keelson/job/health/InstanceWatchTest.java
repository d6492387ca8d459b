package io.keelson.job.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keelson.api.health.CheckStatus;
import io.keelson.api.health.FindOrphans;
import io.keelson.api.health.GetUpkeep;
import io.keelson.api.health.OrphanView;
import io.keelson.api.health.UpkeepView;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.HealInstance;
import io.keelson.api.instance.event.InstanceActivated;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceSuspended;
import io.keelson.api.instance.event.InstanceTerminated;
import io.keelson.api.setting.KnownSetting;
import io.keelson.driver.testkit.DriverStepKind;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.job.JobsDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole watch, once a second, over instances in memory and a real database. */
class InstanceWatchTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final UpkeepWorld world = new UpkeepWorld();
    private final JobsDatabase database = new JobsDatabase();
    private final InstanceWatchFeed feed = new InstanceWatchFeed(database.dataSource());
    private final UpkeepQueries queries = new UpkeepQueries(database.dataSource());
    private final List<InstanceWatch> watches = new ArrayList<>();

    @BeforeEach
    void everySecond() {
        world.values.put(
                KnownSetting.HEALTH,
                "{\"intervalSeconds\":1,\"unhealthyAfter\":2,\"degradedAfter\":2,\"healthyAfter\":2,"
                        + "\"keepSamplesMinutes\":1}");
        world.values.put(KnownSetting.RECONCILE, "{\"intervalSeconds\":1,\"repair\":true,\"triesPerHour\":3}");
    }

    @AfterEach
    void leave() {
        watches.forEach(InstanceWatch::stop);
        database.close();
    }

    @Test
    void oneOfTwoNodesLooksAtEachInstanceAndADeadWorkloadIsHealedOnce() throws Exception {
        InstanceBlueprint shop = active();
        InstanceBlueprint other = active();
        watch();
        watch();
        await().atMost(SOON).untilAsserted(() -> assertThat(upkeep(shop, other))
                .hasSize(2)
                .allSatisfy(view -> assertThat(view.report()).isNotNull()));
        assertThat(upkeep(shop).getFirst().report().status()).isEqualTo(CheckStatus.PASS);
        assertThat(world.gateway.sent).isEmpty();

        world.remove(shop, DriverStepKind.WORKLOAD);

        await().atMost(SOON).until(() -> !world.gateway.sent(HealInstance.class).isEmpty());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(upkeep(shop).getFirst().report().running()).isFalse());
        assertThat(world.gateway.sent(HealInstance.class))
                .extracting(HealInstance::instanceId)
                .containsExactly(shop.instanceId());
    }

    @Test
    void whatADeadNodeWasLookingAtIsTakenOverAndItsMemoryWithIt() throws Exception {
        InstanceBlueprint shop = active();
        database.jdbc()
                .sql(
                        "update jobs.instance_watch set claimed_by = ?, claimed_until = clock_timestamp() + interval '2 s'")
                .param(UUID.randomUUID())
                .update();
        watch();
        await().atMost(SOON).until(() -> upkeep(shop).getFirst().report() != null);
    }

    @Test
    void aSuspendedInstanceIsNotHealedAndATerminatedOneIsForgotten() throws Exception {
        InstanceBlueprint shop = active();
        feed.react(new InstanceSuspended(shop.instanceId(), InstanceFixtures.LIVING_ID, SuspensionCause.PERSON), 3);
        world.remove(shop, DriverStepKind.ACTIVATION);
        world.remove(shop, DriverStepKind.WORKLOAD);
        watch();
        await().atMost(SOON)
                .until(() ->
                        database.countOf("jobs.instance_watch where compared_at > clock_timestamp() - interval '1 s'"
                                        + " and state is not null")
                                == 1);
        assertThat(world.gateway.sent).isEmpty();
        feed.react(new InstanceTerminated(shop.instanceId(), InstanceFixtures.TERMINATION_ID), 5);
        assertThat(upkeep(shop)).isEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(queries.handle(new FindOrphans()))
                .extracting(OrphanView::instanceId)
                .contains(shop.instanceId().value().toString()));
    }

    private InstanceBlueprint active() throws Exception {
        InstanceBlueprint blueprint = world.provisioned();
        InstanceId id = blueprint.instanceId();
        feed.react(
                new InstanceProvisioningRequested(
                        id, InstanceFixtures.OPERATION_ID, UpdatePolicy.MANUAL_APPROVAL, blueprint),
                0);
        feed.react(new InstanceActivated(id, InstanceFixtures.OPERATION_ID, InstanceFixtures.URL), 1);
        return blueprint;
    }

    private void watch() {
        InstanceWatch watch =
                new InstanceWatch(database.dataSource(), world.gateway, world.settings, List.of(world.driver));
        watches.add(watch);
        watch.start();
    }

    private List<UpkeepView> upkeep(InstanceBlueprint... blueprints) {
        return queries.handle(new GetUpkeep(
                List.of(blueprints).stream().map(InstanceBlueprint::instanceId).toList()));
    }
}
