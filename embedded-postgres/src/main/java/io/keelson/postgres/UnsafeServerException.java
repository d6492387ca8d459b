package io.keelson.postgres;

/** A server was refused because it may lose commits that it has acknowledged. */
public final class UnsafeServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsafeServerException(String setting) {
        super(("The PostgreSQL server runs with %s=off, so it may lose changes that were acknowledged. "
                        + "Set %s=on (ALTER SYSTEM SET %s = on; SELECT pg_reload_conf();) and start again, "
                        + "or allow an unsafe server in the configuration when losing data does not matter.")
                .formatted(setting, setting, setting));
    }
}
