package io.keelson.eventstore.storage;

import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions on plain JDBC in which {@link PostgresEventStorageEngine} writes events last: the insert and the commit are
 * one round trip, and other writers never wait for what a handler does after its events. So a conflict shows when the
 * transaction commits, as the exception that the engine throws. A transaction that another manager began is joined, and
 * its events are written at once.
 */
public final class AppendingTransactions extends JdbcTransactionManager {
    /** @param dataSource the pool that the engine works on, too */
    public AppendingTransactions(DataSource dataSource) {
        super(dataSource);
    }

    private record Suspended(Object resources, @Nullable DeferredAppends appends) {}

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        DeferredAppends.bind(obtainDataSource(), new DeferredAppends());
    }

    @Override
    protected Object doSuspend(Object transaction) {
        DeferredAppends appends = DeferredAppends.unbind(obtainDataSource());
        return new Suspended(Objects.requireNonNull(super.doSuspend(transaction)), appends);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        Suspended suspended = (Suspended) suspendedResources;
        super.doResume(transaction, suspended.resources());
        if (suspended.appends() != null) {
            DeferredAppends.bind(obtainDataSource(), suspended.appends());
        }
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        DeferredAppends appends = DeferredAppends.of(obtainDataSource());
        if (appends != null) {
            appends.flush(true);
        }
        super.doCommit(status);
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        DeferredAppends.unbind(obtainDataSource());
        super.doCleanupAfterCompletion(transaction);
    }
}
