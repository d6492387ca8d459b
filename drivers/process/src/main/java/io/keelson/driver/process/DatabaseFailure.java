package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.sql.SQLException;
import java.util.UUID;

/** What a failure of the database server means for an instance. */
final class DatabaseFailure {
    private DatabaseFailure() {}

    static DriverException of(UUID instanceId, DatabaseServer server, SQLException failure) {
        FailureCode code = code(String.valueOf(failure.getSQLState()));
        return new DriverException(
                code,
                "PostgreSQL at %s failed for instance %s (%s, state %s). %s"
                        .formatted(server, instanceId, failure.getMessage(), failure.getSQLState(), advice(code)),
                failure);
    }

    private static FailureCode code(String state) {
        if (state.equals("53100")) {
            return FailureCode.DISK_FULL;
        }
        // 08 and 28: no connection or not let in; 53: too busy; 57P: shutting down or starting; 55P03: lock not given.
        boolean unavailable = state.startsWith("08")
                || state.startsWith("28")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.equals("55P03");
        if (unavailable) {
            return FailureCode.DATABASE_UNAVAILABLE;
        }
        // Something still uses or owns what should go.
        return state.equals("55006") || state.equals("2BP01") ? FailureCode.NOT_REMOVED : FailureCode.SYSTEM_ERROR;
    }

    private static String advice(FailureCode code) {
        return code.retryable() ? "It is tried again." : "Make room on the database server, then start again.";
    }
}
