package io.keelson.eventstore.processing;

import io.keelson.eventstore.serializer.Serializers;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/** Makes Axon's stores on our tables. All of them take part in the running Spring transaction. */
public final class ProcessorStores {
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private final ConnectionProvider connections;
    private final TransactionManager transactionManager;
    private final Serializers serializers;

    /** @param dataSource the pool that {@code transactionManager} works on */
    public ProcessorStores(DataSource dataSource, TransactionManager transactionManager, Serializers serializers) {
        this.connections = new SpringDataSourceConnectionProvider(dataSource);
        this.transactionManager = transactionManager;
        this.serializers = serializers;
    }

    /**
     * Tokens as readable JSON; a claim that was not renewed for 60 s may be taken over.
     *
     * @param node drawn anew at each start, so that a copied container never takes over a claim that is in use
     */
    public JdbcTokenStore tokens(UUID node) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(ProcessorTables.TOKENS)
                .serializer(serializers.general())
                .contentType(String.class)
                .claimTimeout(CLAIM)
                .nodeId(node.toString())
                .build();
    }

    /** Sagas as JSON, under their logical names. */
    public JdbcSagaStore sagas() {
        return JdbcSagaStore.builder()
                .connectionProvider(connections)
                .sqlSchema(new PostgresSagaSqlSchema(ProcessorTables.SAGAS))
                .serializer(serializers.general())
                .build();
    }

    /** Events that the handlers of {@code processingGroup} could not take; at most 1024 sequences of 1024 events. */
    public JdbcSequencedDeadLetterQueue<EventMessage<?>> deadLetters(String processingGroup) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(processingGroup)
                .connectionProvider(connections)
                .transactionManager(transactionManager)
                .schema(ProcessorTables.DEAD_LETTERS)
                .statementFactory(new DeadLetterStatements(serializers))
                .genericSerializer(serializers.general())
                .eventSerializer(serializers.events())
                .pageSize(DeadLetterStatements.PAGE)
                .build();
    }
}
