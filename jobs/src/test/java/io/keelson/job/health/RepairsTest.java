package io.keelson.job.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.health.DriftAction;
import io.keelson.api.operation.StepName;
import io.keelson.driver.Drift;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RepairsTest {
    @ParameterizedTest
    @EnumSource(Drift.Kind.class)
    void everyKindIsRepairedHealedOrReported(Drift.Kind kind) {
        boolean repaired = Repairs.action(kind, List.of(kind)) == DriftAction.REPAIR;
        assertThat(Repairs.steps(List.of(kind), true).isEmpty()).isEqualTo(!repaired);
    }

    @Test
    void whatCouldHideALossIsOnlyReported() {
        assertThat(EnumSet.allOf(Drift.Kind.class).stream()
                        .filter(kind -> Repairs.action(kind, List.of(kind)) == DriftAction.REPORT))
                .containsExactlyInAnyOrder(
                        Drift.Kind.PLACE_MISSING, Drift.Kind.DATA_MISSING, Drift.Kind.DATABASE_MISSING);
    }

    @Test
    void aRoleIsNotMadeWhereThatWouldMakeAnEmptyDatabase() {
        assertThat(Repairs.steps(List.of(Drift.Kind.ROLE_MISSING, Drift.Kind.DATABASE_MISSING), true))
                .doesNotContain(StepName.DATABASE);
    }

    @Test
    void whatShouldBeStoppedIsStoppedAndNotPutInService() {
        assertThat(Repairs.steps(List.of(Drift.Kind.WORKLOAD_UNWANTED, Drift.Kind.SERVICE_MARK_CHANGED), false))
                .containsExactly(StepName.STOP);
    }
}
