package io.keelson.driver.process;

/**
 * Catalogue queries whose rows are statements that make the objects of a database again. Each knows only objects of the
 * database's own, not those of an extension.
 */
final class SchemaQueries {
    private SchemaQueries() {}

    private static final String OWN_SCHEMA = """
            n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'""";

    /** What this driver cannot put into a snapshot, one description a row. */
    static final String UNSUPPORTED = """
            SELECT 'the partitioned or foreign table ' || c.oid::regclass FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('p', 'f') AND %1$s
            UNION ALL SELECT 'the inheriting table ' || inhrelid::regclass FROM pg_inherits
              JOIN pg_class c ON c.oid = inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind = 'r' AND %1$s
            UNION ALL SELECT 'the rule ' || rulename || ' on ' || tablename FROM pg_rules
              WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
            UNION ALL SELECT 'the policy ' || policyname || ' on ' || tablename FROM pg_policies
            UNION ALL SELECT 'the aggregate or procedure ' || p.oid::regprocedure FROM pg_proc p
              JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind = 'a' AND %1$s AND %2$s
            UNION ALL SELECT 'a range or base type ' || t.typname FROM pg_type t
              JOIN pg_namespace n ON n.oid = t.typnamespace
              WHERE t.typtype IN ('r', 'b', 'p') AND t.typelem = 0 AND t.typtype <> 'b' AND %1$s AND %3$s
            UNION ALL SELECT 'large objects' FROM pg_largeobject_metadata
            LIMIT 1""".formatted(OWN_SCHEMA, outside("p", "pg_proc"), outside("t", "pg_type"));

    /** Statements before there is data; some need others first. */
    static final String BEFORE_DATA =
            """
            SELECT format('CREATE SCHEMA IF NOT EXISTS %%I', nspname) FROM pg_namespace n WHERE %1$s
            UNION ALL SELECT format('CREATE EXTENSION IF NOT EXISTS %%I SCHEMA %%I', extname, n.nspname)
              FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE extname <> 'plpgsql'
            UNION ALL SELECT format('CREATE TYPE %%I.%%I AS ENUM (%%s)', n.nspname, t.typname,
                (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum
                  WHERE enumtypid = t.oid))
              FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND %1$s AND %2$s
            UNION ALL SELECT format('CREATE DOMAIN %%I.%%I AS %%s%%s%%s%%s', n.nspname, t.typname,
                format_type(t.typbasetype, t.typtypmod),
                coalesce(' DEFAULT ' || t.typdefault, ''), CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,
                coalesce((SELECT string_agg(' CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(k.oid), '')
                  FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), ''))
              FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'd' AND %1$s AND %2$s
            UNION ALL SELECT format('CREATE TYPE %%I.%%I AS (%%s)', n.nspname, c.relname,
                (SELECT string_agg(format('%%I %%s', attname, format_type(atttypid, atttypmod)), ', ' ORDER BY attnum)
                  FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped))
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'c' AND %1$s AND %3$s
            UNION ALL SELECT format('CREATE SEQUENCE %%I.%%I AS %%s INCREMENT %%s MINVALUE %%s MAXVALUE %%s START %%s CACHE %%s%%s',
                n.nspname, c.relname, format_type(s.seqtypid, NULL), s.seqincrement, s.seqmin, s.seqmax, s.seqstart,
                s.seqcache, CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
              FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE %1$s AND %3$s
                AND NOT EXISTS (SELECT 1 FROM pg_depend i WHERE i.objid = c.oid AND i.deptype = 'i')
            UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
              WHERE p.prokind IN ('f', 'p', 'w') AND %1$s AND %4$s
            UNION ALL SELECT format('CREATE %%sTABLE %%I.%%I (%%s)',
                CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, n.nspname, c.relname,
                (SELECT string_agg(format('%%I %%s%%s%%s%%s', a.attname, format_type(a.atttypid, a.atttypmod),
                    CASE WHEN a.attcollation <> 0 AND a.attcollation <> y.typcollation
                      THEN format(' COLLATE %%I.%%I', ln.nspname, l.collname) ELSE '' END,
                    CASE WHEN a.attidentity = 'a' THEN ' GENERATED ALWAYS AS IDENTITY'
                      WHEN a.attidentity = 'd' THEN ' GENERATED BY DEFAULT AS IDENTITY'
                      WHEN a.attgenerated = 's' THEN format(' GENERATED ALWAYS AS (%%s) STORED', pg_get_expr(f.adbin, f.adrelid))
                      WHEN a.attgenerated = 'v' THEN format(' GENERATED ALWAYS AS (%%s) VIRTUAL', pg_get_expr(f.adbin, f.adrelid))
                      WHEN f.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(f.adbin, f.adrelid) ELSE '' END,
                    CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END), ', ' ORDER BY a.attnum)
                  FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
                    LEFT JOIN pg_collation l ON l.oid = a.attcollation LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
                    LEFT JOIN pg_attrdef f ON f.adrelid = a.attrelid AND f.adnum = a.attnum
                  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped))
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND %1$s AND %3$s""".formatted(OWN_SCHEMA, outside("t", "pg_type"), outside("c", "pg_class"), outside("p", "pg_proc"));

    /** The tables with data: schema, name, and the columns that can be written. */
    static final String TABLES = """
            SELECT n.nspname, c.relname,
              (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND %s AND %s ORDER BY 1, 2""".formatted(OWN_SCHEMA, outside("c", "pg_class"));

    /** Statements after the data; some need others first. */
    static final String AFTER_DATA = """
            SELECT format('SELECT setval(%%L, %%s, %%L)', format('%%I.%%I', schemaname, sequencename),
                coalesce(last_value, start_value), last_value IS NOT NULL) FROM pg_sequences
            UNION ALL SELECT format('ALTER SEQUENCE %%s OWNED BY %%s.%%I', s.oid::regclass, t.oid::regclass, a.attname)
              FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
                JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace n ON n.oid = s.relnamespace
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
              WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'a' AND %1$s
            UNION ALL SELECT format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', k.conrelid::regclass, k.conname,
                pg_get_constraintdef(k.oid))
              FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND c.relkind = 'r' AND %1$s AND %2$s
            UNION ALL SELECT pg_get_indexdef(i.indexrelid)
              FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE %1$s AND %2$s AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid
                AND k.contype IN ('p', 'u', 'x'))
            UNION ALL SELECT format('CREATE %%sVIEW %%s AS %%s',
                CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, format('%%I.%%I', n.nspname, c.relname),
                pg_get_viewdef(c.oid))
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE c.relkind IN ('v', 'm') AND %1$s AND %2$s
            UNION ALL SELECT pg_get_triggerdef(g.oid) FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT g.tgisinternal AND %1$s
            UNION ALL SELECT format('COMMENT ON TABLE %%s IS %%L', c.oid::regclass, d.description)
              FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.objsubid = 0 AND c.relkind = 'r'
              JOIN pg_namespace n ON n.oid = c.relnamespace
              WHERE d.classoid = 'pg_class'::regclass AND %1$s""".formatted(OWN_SCHEMA, outside("c", "pg_class"));

    private static String outside(String alias, String catalogue) {
        return """
                NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = %s.oid AND d.classid = '%s'::regclass
                  AND d.deptype = 'e')""".formatted(alias, catalogue);
    }
}
