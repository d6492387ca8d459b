package io.keelson.eventstore.processing;

import io.keelson.eventstore.serializer.Serializers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;

/**
 * Axon's statements for dead letters with paging put right: in 4.13.0 the offset of a page is compared with the index
 * inside a sequence, so sequences beyond the first page are never retried and letters of a long one come twice.
 */
final class DeadLetterStatements extends DefaultDeadLetterStatementFactory<EventMessage<?>> {
    static final int PAGE = 100;

    private static final String CLAIMABLE = """
            SELECT * FROM event_store.dead_letter_entry AS letter
            WHERE processing_group = ? AND (processing_started IS NULL OR processing_started < ?)
              AND sequence_index = (
                  SELECT min(sequence_index) FROM event_store.dead_letter_entry AS first
                  WHERE first.processing_group = letter.processing_group
                    AND first.sequence_identifier = letter.sequence_identifier)
            ORDER BY last_touched, dead_letter_id LIMIT ? OFFSET ?
            """;
    private static final String SEQUENCE = """
            SELECT * FROM event_store.dead_letter_entry WHERE processing_group = ? AND sequence_identifier = ?
            ORDER BY sequence_index LIMIT ? OFFSET ?
            """;

    DeadLetterStatements(Serializers serializers) {
        super(DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
                .schema(ProcessorTables.DEAD_LETTERS)
                .genericSerializer(serializers.general())
                .eventSerializer(serializers.events()));
    }

    @Override
    public PreparedStatement claimableSequencesStatement(
            Connection connection, String processingGroup, Instant processingStartedLimit, int offset, int maxSize)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(CLAIMABLE);
        statement.setString(1, processingGroup);
        statement.setString(2, DateTimeUtils.formatInstant(processingStartedLimit));
        statement.setInt(3, maxSize);
        statement.setInt(4, offset);
        return statement;
    }

    /** The queue asks for as many letters as a sequence may have, yet counts pages; so the page decides. */
    @Override
    public PreparedStatement letterSequenceStatement(
            Connection connection, String processingGroup, String sequenceId, int offset, int maxSize)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SEQUENCE);
        statement.setString(1, processingGroup);
        statement.setString(2, sequenceId);
        statement.setInt(3, PAGE);
        statement.setInt(4, offset);
        return statement;
    }
}
