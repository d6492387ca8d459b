package io.keelson.saga.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepAttempt;
import io.keelson.api.operation.StepName;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.OperationFixtures;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final Duration BASE = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofSeconds(30);
    private static final OperationId ID = InstanceFixtures.OPERATION_ID;
    private static final StepAttempt ATTEMPT = OperationFixtures.attempt(StepName.DATABASE, 2);

    private final RetryPolicy steady = new RetryPolicy(3, 10, BASE, CAP, 0);
    private final RetryPolicy jittery = new RetryPolicy(3, 10, BASE, CAP, 0.5);

    @Test
    void theWaitDoublesUpToTheCap() {
        List<Long> seconds = IntStream.of(1, 2, 3, 4, 5, 6, 7, 1_000)
                .mapToObj(failures -> steady.delay(ID, ATTEMPT, failures).toSeconds())
                .toList();

        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void removalsAreTriedMoreOften() {
        assertThat(steady.allowsMore(StepAction.APPLY, 2)).isTrue();
        assertThat(steady.allowsMore(StepAction.APPLY, 3)).isFalse();
        assertThat(steady.allowsMore(StepAction.REMOVE, 9)).isTrue();
        assertThat(steady.allowsMore(StepAction.REMOVE, 10)).isFalse();
    }

    @Test
    void theSameAttemptAlwaysWaitsTheSame() {
        assertThat(jittery.delay(ID, ATTEMPT, 1)).isEqualTo(jittery.delay(ID, ATTEMPT, 1));
    }

    @Test
    void operationsThatFailTogetherComeBackApart() {
        List<Duration> delays = IntStream.range(0, 200)
                .mapToObj(_ -> jittery.delay(OperationId.random(), ATTEMPT, 1))
                .toList();

        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofMillis(500), BASE));
        assertThat(delays.stream().distinct().count()).isGreaterThan(100);
        assertThat(delays).anyMatch(delay -> delay.toMillis() < 650).anyMatch(delay -> delay.toMillis() > 850);
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(0, 1, BASE, CAP, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, 0, BASE, CAP, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, 1, Duration.ZERO, CAP, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, 1, CAP, BASE, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(1, 1, BASE, CAP, 1.1));
    }
}
