package io.keelson.job.supervisor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that can be taken away from one node, as if that node had died. */
final class CuttableDataSource extends DelegatingDataSource {
    private volatile boolean cut;

    CuttableDataSource(DataSource target) {
        super(target);
    }

    void cut() {
        cut = true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (cut) {
            throw new SQLNonTransientConnectionException("This node is cut off.");
        }
        return super.getConnection();
    }
}
