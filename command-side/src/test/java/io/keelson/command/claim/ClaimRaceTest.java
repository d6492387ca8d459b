package io.keelson.command.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.command.CommandDatabase;
import io.keelson.command.Crowd;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many transactions at once want what only one can have. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ClaimRaceTest {
    private static final int CROWD = 64;
    private static final String WON = "won";

    private final CommandDatabase database = CommandDatabase.fresh();
    private final Claims claims = new JdbcClaims(database.jdbc());

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void oneOfSixtyFourWinsAndTheOthersAreToldThatTheNameIsTaken() throws Exception {
        ClaimKey name = new ClaimKey(ClaimKind.PARTNER_NAME, "Acme");

        List<Object> outcomes = race(number -> claims.claim(name, "partner:" + number));

        assertThat(outcomes).filteredOn(WON::equals).hasSize(1);
        assertThat(outcomes).filteredOn(ErrorCode.NAME_TAKEN::equals).hasSize(CROWD - 1);
    }

    @Test
    void claimingNameAndEmailInOneOrderNeverDeadlocks() throws Exception {
        // Neighbours share a name, and each shares its e-mail with the neighbour on the other side.
        List<Object> outcomes = race(number -> {
            claims.claim(new ClaimKey(ClaimKind.PARTNER_NAME, "n" + number / 2), "partner:" + number);
            claims.claim(new ClaimKey(ClaimKind.PARTNER_EMAIL, "e" + (number + 1) / 2), "partner:" + number);
        });

        assertThat(outcomes).containsOnly(WON, ErrorCode.NAME_TAKEN, ErrorCode.EMAIL_TAKEN);
        assertThat(outcomes).contains(WON);
    }

    @Test
    void whoWaitsForAClaimThatIsRolledBackGetsIt() throws Exception {
        ClaimKey name = new ClaimKey(ClaimKind.PARTNER_NAME, "Acme");
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<Boolean> second = database.transaction().execute(status -> {
                claims.claim(name, "partner:1");
                Future<Boolean> waiting =
                        executor.submit(() -> database.transaction().execute(_ -> claims.claim(name, "partner:2")));
                status.setRollbackOnly();
                return waiting;
            });

            assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private List<Object> race(Claiming claiming) throws Exception {
        return new Crowd(CROWD).perform(number -> outcome(claiming, number));
    }

    private Object outcome(Claiming claiming, int number) {
        try {
            database.transaction().executeWithoutResult(_ -> claiming.claim(number));
            return WON;
        } catch (RejectedException e) {
            return e.rejection().code();
        }
    }

    @FunctionalInterface
    private interface Claiming {
        void claim(int number);
    }
}
