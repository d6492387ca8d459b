package io.keelson.job.queue;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in the transaction that is under way on a data source, or in one of its own when there is none. A manager for
 * JDBC alone would not recognise a transaction that one for JPA has begun on the same connection, and would commit it.
 */
final class JoinedTransaction {
    private final DataSource dataSource;
    private final TransactionTemplate own;

    JoinedTransaction(DataSource dataSource) {
        this.dataSource = dataSource;
        this.own = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    <T> T execute(Supplier<T> work) {
        boolean underWay = TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.hasResource(dataSource);
        return underWay ? work.get() : Objects.requireNonNull(own.execute(_ -> work.get()));
    }
}
