package io.keelson.job.health;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceDriver;
import io.keelson.driver.OwnedThing;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One look for things that nobody owns; one node at a time. */
final class OrphanRound {
    private final OrphanTable table;
    private final TransactionTemplate transaction;
    private final List<InstanceDriver> drivers;

    OrphanRound(DataSource dataSource, List<InstanceDriver> drivers) {
        this.table = new OrphanTable(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.drivers = drivers;
    }

    void look() throws DriverException, InterruptedException {
        for (InstanceDriver driver : drivers) {
            List<OwnedThing> things = driver.owned();
            transaction.executeWithoutResult(_ -> {
                if (table.lock()) {
                    table.note(driver.name(), things);
                }
            });
        }
    }
}
