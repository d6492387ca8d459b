package io.keelson.driver.process;

import io.keelson.driver.InstanceSpec;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The database of an instance as its customer uses it: with the instance's own role and password. */
final class CustomerDatabase {
    private final String url;
    private final String user;
    private final String password;

    private CustomerDatabase(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static CustomerDatabase of(ProcessWorld world, InstanceSpec spec) throws Exception {
        String name = InstanceDatabase.name(spec.instanceId());
        return new CustomerDatabase(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(
                                ProcessWorld.postgres().host(),
                                ProcessWorld.postgres().port(),
                                name),
                name,
                Files.readString(world.directory(spec).databasePassword()).strip());
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A little of everything that a snapshot must hold. */
    void fillWithEverything() throws SQLException {
        run(
                "create type colour as enum ('red', 'pale green')",
                "create domain price as numeric(12, 2) check (value >= 0)",
                "create schema \"Odd Schema\"",
                "create table customer (id bigserial primary key, name text not null unique, born date, "
                        + "tags text[], profile jsonb, seen timestamptz, ratio double precision, picture bytea)",
                "create table \"Odd Schema\".\"Order\" (id bigint generated always as identity primary key, "
                        + "customer bigint not null references customer on delete cascade, total price not null, "
                        + "paint colour default 'red', double_total numeric generated always as (total * 2) stored, "
                        + "constraint small check (total < 1000000))",
                "create index order_of_customer on \"Odd Schema\".\"Order\" (customer) where total > 10",
                "create view rich as select c.name, sum(o.total) as total from customer c "
                        + "join \"Odd Schema\".\"Order\" o on o.customer = c.id group by c.name",
                "create function shout(t text) returns text language sql immutable as 'select upper(t)'",
                "create function stamp() returns trigger language plpgsql as "
                        + "$$ begin new.seen := '2026-01-02 03:04:05.678901+00'; return new; end $$",
                "create trigger stamped before update on customer for each row execute function stamp()",
                "insert into customer (name, born, tags, profile, seen, ratio, picture) select 'Customer ' || n || E'\\t\\\\ \\n é漢', "
                        + "date '1970-01-01' + n, array['a', null, 'b,' || n], jsonb_build_object('n', n, 'null', null), "
                        + "timestamptz '2026-01-01 00:00:00+00' + n * interval '1.000001 s', 1.0 / n, decode(md5(n::text), 'hex') "
                        + "from generate_series(1, 500) n",
                "insert into customer (name) values ('nobody')",
                "insert into \"Odd Schema\".\"Order\" (customer, total, paint) "
                        + "select n, n * 1.25, case when n % 2 = 0 then 'pale green'::colour end from generate_series(1, 300) n");
    }

    /** Every row of every table and view as text, by name. */
    Map<String, String> rows() throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            Map<String, String> relations = new TreeMap<>();
            try (ResultSet found = statement.executeQuery(
                    "select format('%I.%I', table_schema, table_name) from information_schema.tables "
                            + "where table_schema not in ('pg_catalog', 'information_schema')")) {
                while (found.next()) {
                    relations.put(found.getString(1), "");
                }
            }
            for (String relation : relations.keySet()) {
                try (ResultSet all = statement.executeQuery(
                        "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from " + relation + " t")) {
                    all.next();
                    rows.put(relation, all.getString(1));
                }
            }
        }
        return rows;
    }

    String one(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
