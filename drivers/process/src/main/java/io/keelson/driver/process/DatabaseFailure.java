package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.sql.SQLException;
import java.util.UUID;

/** What a failure of the database server means for an instance. */
final class DatabaseFailure {
    private DatabaseFailure() {}

    static DriverException of(UUID instanceId, DatabaseServer server, SQLException failure) {
        return of(instanceId, server, failure, code(state(failure)));
    }

    static DriverException ofRemoval(UUID instanceId, DatabaseServer server, SQLException failure) {
        String state = state(failure);
        // Something still uses the database or belongs to the role.
        boolean inTheWay = state.equals("55006") || state.equals("2BP01");
        return of(instanceId, server, failure, inTheWay ? FailureCode.NOT_REMOVED : code(state));
    }

    private static DriverException of(UUID instanceId, DatabaseServer server, SQLException failure, FailureCode code) {
        return new DriverException(
                code,
                "PostgreSQL at %s failed for instance %s (%s, state %s). %s"
                        .formatted(server, instanceId, failure.getMessage(), state(failure), advice(code)),
                failure);
    }

    private static FailureCode code(String state) {
        if (state.equals("53100")) {
            return FailureCode.DISK_FULL;
        }
        // 08 and 28: no connection or not let in; 53: too busy; 57P: stopping or starting; 55: taken by somebody else.
        boolean unavailable = state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("55");
        return unavailable ? FailureCode.DATABASE_UNAVAILABLE : FailureCode.SYSTEM_ERROR;
    }

    private static String state(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }

    private static String advice(FailureCode code) {
        return code.retryable() ? "It is tried again." : "Make room on the database server, then start again.";
    }
}
