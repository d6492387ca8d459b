package io.keelson.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many changes become few notifications that PostgreSQL accepts. */
class NotificationFloodTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final PendingChanges pending = new PendingChanges(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void manyChangesOfOneRowAreToldOnceAndNewestFirst() throws InterruptedException {
        String id = InstanceId.random().toString();
        IntStream.range(0, 100_000).forEach(revision -> pending.add(List.of(new RowChange(id, revision))));
        pending.add(List.of(new RowChange(id, 7)));

        assertThat(Payload.of(pending.take())).containsExactly(id + "@99999");
    }

    @Test
    void manyRowsTravelInFewPayloadsThatAreSmallEnough() throws InterruptedException {
        List<RowChange> changes = changes(5_000);
        pending.add(changes);

        List<String> payloads = Payload.of(pending.take());

        assertThat(payloads).hasSizeLessThan(50).allSatisfy(payload -> assertThat(
                        payload.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(8_000));
        assertThat(payloads.stream().flatMap(payload -> Payload.changesIn(payload).stream()))
                .containsExactlyInAnyOrderElementsOf(changes);
    }

    @Test
    void tooManyRowsAreToldAsAGap() throws InterruptedException {
        pending.add(changes(10_001));

        PendingChanges.Batch batch = pending.take();

        assertThat(batch.gapSince()).isEqualTo(NOW.minusSeconds(60));
        assertThat(Payload.of(batch)).singleElement().satisfies(payload -> assertThat(Payload.isGap(payload))
                .isTrue());
    }

    @Test
    void whatCouldNotBeSentIsSentLaterWithoutHidingNewerNews() throws InterruptedException {
        String id = InstanceId.random().toString();
        pending.add(List.of(new RowChange(id, 1)));
        pending.addGap(NOW);
        PendingChanges.Batch failed = pending.take();
        pending.add(List.of(new RowChange(id, 2)));

        pending.putBack(failed);

        PendingChanges.Batch batch = pending.take();
        assertThat(batch.revisions()).containsOnlyKeys(id).containsValue(2L);
        assertThat(batch.gapSince()).isEqualTo(NOW.minusSeconds(60));
    }

    @Test
    void aPayloadThatIsNotOursSaysNothing() {
        assertThat(Payload.changesIn("hello")).isEmpty();
        assertThat(Payload.changesIn("instance:x@1 @ instance:")).isEmpty();
        assertThat(Payload.isGap("hello")).isFalse();
    }

    private static List<RowChange> changes(int count) {
        return Stream.generate(() -> new RowChange(InstanceId.random().toString(), 1))
                .limit(count)
                .toList();
    }
}
