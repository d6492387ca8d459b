package io.keelson.job.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.DriftFinding;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.command.ReconcileInstance;
import io.keelson.api.instance.command.RecordInstanceDrift;
import io.keelson.api.operation.StepName;
import io.keelson.api.setting.KnownSetting;
import io.keelson.driver.testkit.DriverStepKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftRoundTest {
    private static final List<DriverStepKind> REPAIRABLE = List.of(
            DriverStepKind.RESERVATION,
            DriverStepKind.COMPUTE,
            DriverStepKind.DATABASE,
            DriverStepKind.NETWORK,
            DriverStepKind.DEPLOYMENT,
            DriverStepKind.ENVIRONMENT,
            DriverStepKind.ACTIVATION);

    private final UpkeepWorld world = new UpkeepWorld();
    private InstanceBlueprint shop;

    @BeforeEach
    void provision() throws Exception {
        shop = world.provisioned();
        world.gateway.handler = command -> {
            if (command instanceof ReconcileInstance reconcile) {
                world.obey(shop, reconcile);
            }
        };
    }

    @Test
    void anInstanceAsItShouldBeHearsNothing() throws Exception {
        for (int look = 0; look < 10; look++) {
            world.compare(shop, true, 20);
        }
        assertThat(world.gateway.sent).isEmpty();
    }

    @Test
    void aDifferenceIsRepairedAtTheSecondLookThatSeesIt() throws Exception {
        world.remove(shop, DriverStepKind.ENVIRONMENT);
        world.compare(shop, true, 20);
        assertThat(world.gateway.sent).isEmpty();
        world.compare(shop, true, 20);
        assertThat(world.gateway.sent(ReconcileInstance.class))
                .singleElement()
                .satisfies(asked -> assertThat(asked.steps()).containsExactly(StepName.ENVIRONMENT));
        world.compare(shop, true, 20);
        world.compare(shop, true, 20);
        assertThat(world.gateway.sent).hasSize(1);
    }

    @Test
    void afterAnyDamageAConvergedInstanceHearsNothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            world.now = world.now.plusSeconds(3_600);
            List<DriverStepKind> damage = new ArrayList<>(REPAIRABLE);
            Collections.shuffle(damage, random);
            for (DriverStepKind kind : damage.subList(0, 1 + random.nextInt(damage.size()))) {
                world.remove(shop, kind);
            }
            world.compare(shop, true, 20);
            world.compare(shop, true, 20);
            world.compare(shop, true, 20);
            world.compare(shop, true, 20);
            int heard = world.gateway.sent.size();
            world.compare(shop, true, 20);
            world.compare(shop, true, 20);
            assertThat(world.gateway.sent).as("seed %d, round %d", seed, round).hasSize(heard);
            assertThat(world.memory.drift())
                    .as("seed %d, round %d", seed, round)
                    .isEmpty();
        }
    }

    @Test
    void aLossIsReportedOnceAndItsEndToo() throws Exception {
        world.remove(shop, DriverStepKind.STORAGE);
        for (int look = 0; look < 5; look++) {
            world.compare(shop, true, 20);
        }
        world.apply(shop, List.of(DriverStepKind.STORAGE));
        world.compare(shop, true, 20);
        world.compare(shop, true, 20);
        assertThat(world.gateway.sent(ReconcileInstance.class)).isEmpty();
        assertThat(world.gateway.sent(RecordInstanceDrift.class))
                .extracting(
                        told -> told.findings().stream().map(DriftFinding::kind).toList())
                .containsExactly(List.of("DATA_MISSING"), List.of());
    }

    @Test
    void whatCannotBeRepairedIsReportedAfterThreeTriesAndLeft() throws Exception {
        world.gateway.handler = _ -> {};
        world.remove(shop, DriverStepKind.COMPUTE);
        for (int look = 0; look < 20; look++) {
            world.compare(shop, true, 20);
        }
        assertThat(world.gateway.sent(ReconcileInstance.class)).hasSize(3);
        assertThat(world.gateway.sent(RecordInstanceDrift.class))
                .singleElement()
                .satisfies(told -> assertThat(told.findings())
                        .extracting(DriftFinding::kind)
                        .containsExactly("LIMITS_CHANGED"));
    }

    @Test
    void whatRunsAlthoughItIsSuspendedIsStopped() throws Exception {
        world.compare(shop, false, 20);
        world.compare(shop, false, 20);
        assertThat(world.gateway.sent(ReconcileInstance.class))
                .singleElement()
                .satisfies(asked -> assertThat(asked.steps()).containsExactly(StepName.STOP));
        world.compare(shop, false, 20);
        assertThat(world.memory.drift()).isEmpty();
    }

    @Test
    void nothingIsRepairedInMaintenanceOrWhenRepairsAreSwitchedOff() throws Exception {
        world.remove(shop, DriverStepKind.ENVIRONMENT);
        for (int look = 0; look < 3; look++) {
            world.compare(world.watched(shop, true, false, true));
        }
        assertThat(world.gateway.sent).isEmpty();
        world.values.put(KnownSetting.RECONCILE, "{\"intervalSeconds\":20,\"repair\":false,\"triesPerHour\":3}");
        world.compare(shop, true, 20);
        assertThat(world.gateway.sent(ReconcileInstance.class)).isEmpty();
        assertThat(world.gateway.sent(RecordInstanceDrift.class)).hasSize(1);
    }
}
