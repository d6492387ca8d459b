package io.keelson.app.eventstore;

import io.keelson.postgres.PostgresAddress;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections that are kept for good, to listen and to notify. */
public final class UnpooledDataSource {
    private UnpooledDataSource() {}

    /**
     * Opens a connection each time it is asked.
     *
     * @param applicationName what {@code pg_stat_activity} shows
     */
    public static DataSource of(PostgresAddress address, String applicationName) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName(applicationName);
        source.setTcpKeepAlive(true);
        return source;
    }
}
