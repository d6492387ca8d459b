package io.keelson.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.eventstore.TestEvents;
import io.keelson.eventstore.TestNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final int MORE_THAN_A_PAGE = DeadLetterStatements.PAGE + 50;

    private final TestNode node = TestNode.start();
    private final SequencedDeadLetterQueue<EventMessage<?>> queue =
            new ProcessorStores(node.pool, node.transactions, node.serializers).deadLetters("projection");

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aLetterComesBackWithItsEvent() {
        enqueue("a", 1);

        assertThat(letters("a")).containsExactly(1);
        assertThat(queue.contains("a")).isTrue();
        assertThat(queue.contains("b")).isFalse();
    }

    @Test
    void aSequenceLongerThanAPageIsReadOnceAndInOrder() {
        List<Integer> expected = IntStream.range(0, MORE_THAN_A_PAGE).boxed().toList();
        expected.forEach(number -> enqueue("a", number));

        assertThat(letters("a")).isEqualTo(expected);
    }

    @Test
    void aSequenceFarBackIsFoundAndProcessed() {
        for (int sequence = 0; sequence < 25; sequence++) {
            enqueue("s" + sequence, sequence);
        }
        List<Integer> processed = new ArrayList<>();

        boolean done = queue.process(letter -> TestEvents.number(letter.message()) == 24, letter -> {
            processed.add(TestEvents.number(letter.message()));
            return Decisions.evict();
        });

        assertThat(done).isTrue();
        assertThat(processed).containsExactly(24);
        assertThat(queue.size()).isEqualTo(24);
    }

    @Test
    void aRepairedSequenceIsProcessedInOrder() {
        IntStream.range(0, 3).forEach(number -> enqueue("a", number));
        List<Integer> processed = new ArrayList<>();

        queue.process(letter -> {
            processed.add(TestEvents.number(letter.message()));
            return Decisions.evict();
        });

        assertThat(processed).containsExactly(0, 1, 2);
        assertThat(queue.size()).isZero();
    }

    private void enqueue(String sequence, int number) {
        node.transaction()
                .executeWithoutResult(_ -> queue.enqueue(
                        sequence,
                        new GenericDeadLetter<>(
                                sequence, TestEvents.event(number), new IllegalStateException("cannot take it"))));
    }

    private List<Integer> letters(String sequence) {
        List<Integer> numbers = new ArrayList<>();
        for (DeadLetter<? extends EventMessage<?>> letter : queue.deadLetterSequence(sequence)) {
            numbers.add(TestEvents.number(letter.message()));
        }
        return numbers;
    }
}
