package io.keelson.command.claim;

import io.keelson.command.CommandDatabase;
import org.junit.jupiter.api.AfterEach;

class JdbcClaimsTest extends ClaimsContract {
    private final CommandDatabase database = CommandDatabase.fresh();
    private final Claims claims = new JdbcClaims(database.jdbc());

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Override
    Claims claims() {
        return claims;
    }
}
