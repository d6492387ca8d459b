package io.keelson.postgres;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for one test.
 *
 * @param address where it is; its role is the superuser
 */
public record EphemeralDatabase(PostgresAddress address) {

    /** Opens a new connection for each call; wrap it in a pool where that matters. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(address.jdbcUrl());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }
}
