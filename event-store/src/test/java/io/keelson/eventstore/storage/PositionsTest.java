package io.keelson.eventstore.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

class PositionsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final TestNode node = TestNode.start();
    private final TestNode other = node.sibling();

    @AfterEach
    void stop() {
        other.close();
        node.close();
    }

    @Test
    void theHeadDoesNotMissAnEventUnderWay() {
        append(1);
        TransactionStatus unfinished = underWay(2);
        append(3);

        TrackingToken head = node.engine.createHeadToken();
        other.springTransactions.commit(unfinished);
        append(4);

        assertThat(after(head)).containsExactly(2, 4);
    }

    @Test
    void theHeadOfAQuietStoreHasNoHoles() {
        append(1);
        other.springTransactions.rollback(underWay(2));
        append(3);

        assertThat(Positions.of(node.engine.createHeadToken()).getGaps()).isEmpty();
        assertThat(after(node.engine.createHeadToken())).isEmpty();
    }

    @Test
    void theTailIsBeforeAFirstEventUnderWay() {
        TransactionStatus unfinished = underWay(1);
        append(2);
        TrackingToken tail = node.engine.createTailToken();

        other.springTransactions.commit(unfinished);

        assertThat(after(tail)).containsExactly(1, 2);
    }

    @Test
    void headAndTailOfAnEmptyStoreAreTheStart() {
        assertThat(node.engine.createHeadToken()).isEqualTo(Positions.START);
        assertThat(node.engine.createTailToken()).isEqualTo(Positions.START);
    }

    @Test
    void aPositionInTimeIsBeforeTheFirstEventOfThatTime() {
        node.engine.appendEvents(List.of(TestEvents.eventAt(NOON.minusNanos(1000), 1)));
        node.engine.appendEvents(List.of(TestEvents.eventAt(NOON, 2)));
        node.engine.appendEvents(List.of(TestEvents.eventAt(NOON.plusSeconds(60), 3)));

        assertThat(after(node.engine.createTokenAt(NOON))).containsExactly(2, 3);
        assertThat(after(node.engine.createTokenAt(NOON.plusSeconds(61)))).isEmpty();
    }

    @Test
    void fillingOneHoleDoesNotForgetAnotherThatTheSamePageFills() {
        GapAwareTrackingToken ahead = GapAwareTrackingToken.newInstance(20, Set.of(5L, 13L, 15L));

        GapAwareTrackingToken after = Positions.advance(ahead, 20, 13);

        assertThat(Positions.covers(after, 15)).isFalse();
        assertThat(after.getGaps()).containsExactly(15L);
    }

    @Test
    void deadHolesThatWereJumpedOverLeaveNoTrace() {
        assertThat(Positions.advance(Positions.START, 10, 7).getGaps()).isEmpty();
        assertThat(Positions.advance(Positions.START, 3, 7).getGaps()).containsExactly(3L, 4L, 5L, 6L);
    }

    private TransactionStatus underWay(int number) {
        TransactionStatus unfinished = other.springTransactions.getTransaction(new DefaultTransactionDefinition());
        other.engine.appendEvents(List.of(TestEvents.event(number)));
        return unfinished;
    }

    private void append(int number) {
        node.engine.appendEvents(List.of(TestEvents.event(number)));
    }

    private List<Integer> after(TrackingToken token) {
        return TestEvents.numbers(node.engine.readEvents(token, false).toList());
    }
}
