package io.keelson.driver.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceCommand;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.Observation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a driver runs commands inside an instance. */
public interface InstanceCommandContract extends TestedDriver {
    @Test
    default void aCommandRunsInsideTheInstanceAsOftenAsAsked() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            Observation before = run.observe();
            List<String> printed = new ArrayList<>();
            InstanceCommand command = new InstanceCommand(
                    spec.instanceId(), spec.region(), "run-1", List.of("echo", "a  b", "$HOME;"), "");
            assertThat(newDriver().run(command, printed::add)).isZero();
            assertThat(newDriver().run(command, printed::add)).isZero();
            assertThat(printed).containsExactly("a  b $HOME;", "a  b $HOME;");
            assertThat(run.observe()).isEqualTo(before);
        }
    }

    @Test
    default void theExitStatusOfACommandIsAnswered() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            run.applyAll();
            InstanceCommand fails =
                    new InstanceCommand(spec.instanceId(), spec.region(), "run-1", List.of("false"), "");
            InstanceCommand unknown =
                    new InstanceCommand(spec.instanceId(), spec.region(), "run-2", List.of("no-such-program-7"), "");
            assertThat(newDriver().run(fails, _ -> {})).isEqualTo(1);
            assertThat(newDriver().run(unknown, _ -> {})).isEqualTo(127);
        }
    }

    @Test
    default void aCommandOutsideOfAnInstanceIsRefused() throws Exception {
        InstanceSpec spec = newSpec();
        try (ContractRun run = new ContractRun(this, spec)) {
            refuses(new InstanceCommand(spec.instanceId(), spec.region(), "run-1", List.of("echo"), ""));
            run.applyAll();
            refuses(new InstanceCommand(spec.instanceId(), spec.region(), "run-1", List.of("echo"), "../.."));
        }
    }

    private void refuses(InstanceCommand command) {
        assertThatThrownBy(() -> newDriver().run(command, _ -> {}))
                .isInstanceOfSatisfying(DriverException.class, failure -> assertThat(failure.code())
                        .isEqualTo(FailureCode.SPECIFICATION_REFUSED));
    }
}
