package io.keelson.job.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerLimitsTest {
    @ParameterizedTest
    @CsvSource({"512M, 1.0, 512, 1000", "1G, 0.5, 1024, 500", "768MiB, 2, 768, 2000", "2 gb, 1.5, 2048, 1500"})
    void limitsAreReadAsPeopleWriteThem(String memory, String cpu, int megabytes, int millis) {
        assertThat(WorkerLimits.parse(memory, cpu)).isEqualTo(new WorkerLimits(megabytes, millis));
    }

    @ParameterizedTest
    @CsvSource({"512, 1.0", "much, 1.0", "512M, one", "512M, 0", "512M, NaN", "64M, 1.0", "9999999G, 1.0", "512M, 1e300"
    })
    void nonsenseAndTooLittleAreRefused(String memory, String cpu) {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkerLimits.parse(memory, cpu));
    }

    @Test
    void theHeapLeavesRoomForTheRestOfTheVirtualMachine() {
        assertThat(new WorkerLimits(512, 1_000).heapMegabytes()).isEqualTo(336);
        assertThat(new WorkerLimits(4_096, 1_000).heapMegabytes()).isEqualTo(3_072);
        assertThat(new WorkerLimits(256, 1_000).heapMegabytes()).isBetween(64, 128);
        assertThat(new WorkerLimits(512, 1_500).cores()).isEqualTo(2);
        assertThat(new WorkerLimits(512, 100).cores()).isEqualTo(1);
    }
}
