package io.keelson.driver.process;

import java.sql.SQLException;
import java.util.UUID;

/** Gives a role that was made anew what belonged to it before: its database and what is in there. */
final class Ownership {
    // Sequences of columns, and what extensions have brought, follow their tables and extensions.
    private static final String OWN_ALL = """
            DO $$
            DECLARE
              owner text := $owner;
              deed text;
            BEGIN
              FOR deed IN
                SELECT format('ALTER SCHEMA %I OWNER TO %I', nspname, owner) FROM pg_namespace
                  WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
                UNION ALL
                SELECT format('ALTER %s %I.%I OWNER TO %I', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW'
                    WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END,
                    n.nspname, c.relname, owner)
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'S', 'v', 'm', 'f')
                    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                      AND (d.deptype = 'e' OR c.relkind = 'S' AND d.deptype IN ('a', 'i')))
                UNION ALL
                SELECT format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, owner)
                  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND p.prokind IN ('f', 'p')
                    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                      AND d.deptype = 'e')
                UNION ALL
                SELECT format('ALTER TYPE %I.%I OWNER TO %I', n.nspname, t.typname, owner)
                  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
                  WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND t.typtype IN ('e', 'd', 'r')
                    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid
                      AND d.deptype = 'e')
              LOOP
                EXECUTE deed;
              END LOOP;
            END $$""";
    private static final String OWNS =
            "SELECT d.datdba = r.oid FROM pg_database d, pg_roles r WHERE d.datname = r.rolname AND r.rolname = ?";

    private Ownership() {}

    /** Twice, or for a role that owns its database: changes nothing. */
    static void restore(DatabaseServer server, DatabaseSession session, UUID instanceId) throws SQLException {
        String name = InstanceDatabase.name(instanceId);
        if (session.isTrue(OWNS, name)) {
            return;
        }
        // What is in the database comes first: the owner of the database says that all of it is done.
        try (DatabaseSession inside = DatabaseSession.open(server, name)) {
            inside.execute(OWN_ALL.replace("$owner", inside.literal(name)));
        }
        String quoted = session.identifier(name);
        session.execute("ALTER DATABASE %s OWNER TO %s".formatted(quoted, quoted));
    }
}
