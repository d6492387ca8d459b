package io.keelson.driver.process;

import io.keelson.driver.Drift;
import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What differs on the database server. */
final class DatabaseDrift {
    private final DatabaseServer server;
    private final DatabaseWatch watch;
    /** Verifiers that were compared with the password and found right; comparing costs thousands of digests. */
    private final Map<UUID, String> proven = new ConcurrentHashMap<>();

    DatabaseDrift(DatabaseServer server, DatabaseWatch watch) {
        this.server = server;
        this.watch = watch;
    }

    void look(InstanceSpec spec, InstanceDirectory directory, Drifts drifts) throws IOException, DriverException {
        UUID id = spec.instanceId();
        try {
            DatabaseStanding standing = watch.look(id);
            String name = InstanceDatabase.name(id);
            if (!standing.database()) {
                drifts.add(Drift.Kind.DATABASE_MISSING, "Database %s is gone.".formatted(name));
            } else if (standing.role() && !standing.owned()) {
                drifts.add(Drift.Kind.ROLE_CHANGED, "Database %s belongs to another role.".formatted(name));
            } else if (!standing.accepting()) {
                drifts.add(Drift.Kind.ROLE_CHANGED, "Database %s takes no connections.".formatted(name));
            }
            if (standing.role()) {
                role(id, name, standing, directory, drifts);
            } else {
                drifts.add(Drift.Kind.ROLE_MISSING, "Role %s is gone.".formatted(name));
            }
        } catch (SQLException failure) {
            throw DatabaseFailure.of(id, server, failure);
        }
    }

    private void role(UUID id, String name, DatabaseStanding standing, InstanceDirectory directory, Drifts drifts)
            throws IOException, SQLException {
        if (!standing.mayLogIn()) {
            drifts.add(Drift.Kind.ROLE_CHANGED, "Role %s may not sign in.".formatted(name));
        } else if (standing.mayTooMuch()) {
            drifts.add(Drift.Kind.ROLE_CHANGED, "Role %s has powers over the server.".formatted(name));
        } else if (standing.connectionLimit() != server.connectionLimit()) {
            drifts.add(
                    Drift.Kind.ROLE_CHANGED,
                    "Role %s may have %d connections.".formatted(name, standing.connectionLimit()));
        } else if (!isPasswordOf(id, watch.verifier(id), directory)) {
            drifts.add(Drift.Kind.ROLE_CHANGED, "Role %s has another password.".formatted(name));
        }
    }

    private boolean isPasswordOf(UUID id, @Nullable String verifier, InstanceDirectory directory) throws IOException {
        String password =
                PrivateFiles.read(directory.databasePassword()).orElse("").strip();
        if (verifier == null || password.isEmpty()) {
            return true;
        }
        String proof = Sha256.of((verifier + password).getBytes(StandardCharsets.UTF_8));
        if (proof.equals(proven.get(id))) {
            return true;
        }
        try {
            boolean accepted = ScramVerifier.accepts(verifier, password);
            if (accepted) {
                proven.put(id, proof);
            }
            return accepted;
        } catch (GeneralSecurityException cannotCompare) {
            return true;
        }
    }
}
