package io.keelson.job.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.command.HealInstance;
import io.keelson.api.instance.command.RecordInstanceHealth;
import io.keelson.driver.testkit.DriverStepKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthRoundTest {
    private final UpkeepWorld world = new UpkeepWorld();
    private InstanceBlueprint shop;

    @BeforeEach
    void provision() throws Exception {
        shop = world.provisioned();
    }

    @Test
    void aHealthyInstanceHearsNothing() throws Exception {
        for (int look = 0; look < 10; look++) {
            world.look(shop, 30);
        }
        assertThat(world.gateway.sent).isEmpty();
    }

    @Test
    void aSickInstanceIsToldSoOnceAfterThreeLooksAndOnceWhenItIsWell() throws Exception {
        world.world.setSick(shop.instanceId().value(), true);
        world.look(shop, 30);
        world.look(shop, 30);
        assertThat(world.gateway.sent).isEmpty();
        for (int look = 0; look < 5; look++) {
            world.look(shop, 30);
        }
        world.world.setSick(shop.instanceId().value(), false);
        for (int look = 0; look < 5; look++) {
            world.look(shop, 30);
        }
        assertThat(world.gateway.sent(RecordInstanceHealth.class))
                .extracting(RecordInstanceHealth::health)
                .containsExactly(InstanceHealth.UNHEALTHY, InstanceHealth.HEALTHY);
        assertThat(world.gateway.sent(HealInstance.class)).isEmpty();
    }

    @Test
    void aDeadWorkloadIsHealedAtOnceAndThenWithGrowingPauses() throws Exception {
        world.remove(shop, DriverStepKind.WORKLOAD);
        world.look(shop, 30);
        world.look(shop, 1);
        world.look(shop, 9);
        world.look(shop, 19);
        world.look(shop, 1);
        assertThat(world.gateway.sent(HealInstance.class))
                .extracting(HealInstance::attempt)
                .containsExactly(1, 2, 3);
    }

    @Test
    void whatKeepsDyingIsLeftAloneWithItsLastWordsUntilSomebodyRestartsIt() throws Exception {
        world.remove(shop, DriverStepKind.WORKLOAD);
        for (int look = 0; look < 40; look++) {
            world.look(shop, 60);
        }
        assertThat(world.gateway.sent(HealInstance.class)).hasSize(5);
        assertThat(world.gateway.sent(RecordInstanceHealth.class).getLast()).satisfies(told -> {
            assertThat(told.health()).isEqualTo(InstanceHealth.UNHEALTHY);
            assertThat(told.leftAlone()).isTrue();
            assertThat(told.lastWords()).isEqualTo("It said goodbye.");
            assertThat(told.reason()).contains("died 5 times");
        });
        world.memory = world.memory.inEpoch(7);
        world.look(shop, 60);
        assertThat(world.gateway.sent(HealInstance.class)).hasSize(6);
    }

    @Test
    void whatWasLeftAloneAndRunsAgainIsHealthyAgain() throws Exception {
        world.remove(shop, DriverStepKind.WORKLOAD);
        for (int look = 0; look < 10; look++) {
            world.look(shop, 300);
        }
        assertThat(world.memory.leftAlone()).isTrue();
        world.apply(shop, List.of(DriverStepKind.WORKLOAD));
        world.look(shop, 30);
        world.look(shop, 30);
        assertThat(world.gateway.sent(RecordInstanceHealth.class).getLast()).satisfies(told -> {
            assertThat(told.health()).isEqualTo(InstanceHealth.HEALTHY);
            assertThat(told.leftAlone()).isFalse();
        });
    }

    @Test
    void nothingIsHealedOrJudgedInMaintenanceOrUnderAnOperation() throws Exception {
        world.remove(shop, DriverStepKind.WORKLOAD);
        for (int look = 0; look < 5; look++) {
            world.now = world.now.plusSeconds(30);
            world.look(world.watched(shop, true, true, false));
            world.look(world.watched(shop, true, false, true));
        }
        assertThat(world.gateway.sent).isEmpty();
        assertThat(world.memory).isEqualTo(Memory.since(0));
    }

    @Test
    void aRefusedHealingDoesNotCountAsATry() throws Exception {
        world.gateway.handler = command -> {
            if (command instanceof HealInstance) {
                throw new RejectedException(ErrorCode.OPERATION_IN_PROGRESS, "instanceId", "It is being changed.");
            }
        };
        world.remove(shop, DriverStepKind.WORKLOAD);
        world.look(shop, 30);
        assertThat(world.memory.heals()).isEmpty();
    }
}
