package io.keelson.driver.process;

import io.keelson.driver.HealthArea;
import io.keelson.driver.HealthCheck;
import io.keelson.driver.HealthCheck.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** Asks the database server for the role and the database of an instance. */
record DatabaseLook(DatabaseServer server, DatabaseWatch watch) {
    HealthCheck look(UUID instanceId) {
        long begin = System.nanoTime();
        try {
            DatabaseStanding standing = watch.look(instanceId);
            return check(standing, Duration.ofNanos(System.nanoTime() - begin));
        } catch (SQLException failure) {
            return new HealthCheck(
                    HealthArea.DATABASE,
                    Status.FAIL,
                    Duration.ofNanos(System.nanoTime() - begin),
                    "PostgreSQL at %s does not answer (state %s).".formatted(server, failure.getSQLState()));
        }
    }

    private static HealthCheck check(DatabaseStanding standing, Duration took) {
        if (!standing.database()) {
            return new HealthCheck(HealthArea.DATABASE, Status.FAIL, took, "The database is gone.");
        }
        if (!standing.role() || !standing.mayLogIn()) {
            return new HealthCheck(HealthArea.DATABASE, Status.FAIL, took, "The role is gone or may not sign in.");
        }
        if (!standing.accepting()) {
            return new HealthCheck(HealthArea.DATABASE, Status.FAIL, took, "The database takes no connections.");
        }
        return new HealthCheck(HealthArea.DATABASE, Status.PASS, took, "The database is there.");
    }
}
