package io.keelson.job.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JitterTest {
    private static final UUID SCHEDULE = UUID.fromString("00000000-0000-4000-8000-000000000009");
    private static final Instant FIRE = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration BOUND = Duration.ofSeconds(30);

    @Test
    void theSameFireHasTheSameDelayWheneverItIsComputed() {
        assertThat(Jitter.of(SCHEDULE, FIRE, BOUND, null)).isEqualTo(Jitter.of(SCHEDULE, FIRE, BOUND, null));
    }

    @Test
    void delaysStayWithinTheBoundAndSpreadOverAllOfIt() {
        List<Duration> delays = Stream.iterate(FIRE, fire -> fire.plusSeconds(60))
                .limit(1_000)
                .map(fire -> Jitter.of(SCHEDULE, fire, BOUND, fire.plusSeconds(60)))
                .toList();

        assertThat(delays).allMatch(delay -> !delay.isNegative() && delay.compareTo(BOUND) <= 0);
        assertThat(delays.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isBetween(13_500.0, 16_500.0);
        assertThat(delays.stream().mapToLong(Duration::toSeconds).distinct().count())
                .isGreaterThan(25);
    }

    @Test
    void schedulesOfTheSameSecondGoApart() {
        assertThat(Stream.generate(UUID::randomUUID)
                        .limit(100)
                        .map(id -> Jitter.of(id, FIRE, BOUND, null))
                        .distinct()
                        .count())
                .isGreaterThan(90);
    }

    @Test
    void aDelayNeverReachesTheNextFire() {
        Instant following = FIRE.plusSeconds(2);

        assertThat(Stream.generate(UUID::randomUUID).limit(1_000))
                .allMatch(id -> FIRE.plus(Jitter.of(id, FIRE, BOUND, following)).isBefore(following));
    }

    @Test
    void withoutABoundThereIsNone() {
        assertThat(Jitter.of(SCHEDULE, FIRE, Duration.ZERO, null)).isZero();
    }
}
