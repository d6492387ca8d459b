package io.keelson.command.claim;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Claims in PostgreSQL, in the transaction that runs. */
public final class JdbcClaims implements Claims {
    // Not a plain insert: PostgreSQL aborts the whole transaction on a unique violation.
    private static final String CLAIM =
            "insert into command_side.claim (kind, value, owner) values (?, ?, ?) on conflict (kind, value) do nothing";

    private static final String OWNER = "select owner from command_side.claim where kind = ? and value = ?";
    private static final String RELEASE = "delete from command_side.claim where kind = ? and value = ? and owner = ?";

    private final JdbcClient jdbc;

    public JdbcClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean claim(ClaimKey key, String owner) {
        while (true) {
            if (jdbc.sql(CLAIM).params(key.kind().name(), key.value(), owner).update() == 1) {
                return true;
            }
            Optional<String> holder = holder(key);
            // Empty when the holder released the value between the two statements; then it is worth trying again.
            if (holder.isPresent()) {
                if (holder.get().equals(owner)) {
                    return false;
                }
                throw key.kind().taken();
            }
        }
    }

    @Override
    public void release(ClaimKey key, String owner) {
        jdbc.sql(RELEASE).params(key.kind().name(), key.value(), owner).update();
    }

    private Optional<String> holder(ClaimKey key) {
        return jdbc.sql(OWNER)
                .params(key.kind().name(), key.value())
                .query(String.class)
                .optional();
    }
}
