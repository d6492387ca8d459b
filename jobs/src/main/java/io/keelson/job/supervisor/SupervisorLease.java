package io.keelson.job.supervisor;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets one node at a time look after the worker processes of a machine. */
final class SupervisorLease {
    private static final Duration LENGTH = Duration.ofSeconds(6);
    private static final String RENEW = """
            insert into jobs.supervisor as lease (machine, holder, epoch, expires_at)
            values (:machine, :holder, 1, clock_timestamp() + :length * interval '1 millisecond')
            on conflict (machine) do update set holder = excluded.holder, expires_at = excluded.expires_at,
              epoch = lease.epoch + case when lease.holder = excluded.holder then 0 else 1 end
            where lease.holder = excluded.holder or lease.expires_at < clock_timestamp()
            returning epoch""";
    private static final String RELEASE = """
            update jobs.supervisor set expires_at = clock_timestamp() - interval '1 second'
            where machine = :machine and holder = :holder""";

    private final JdbcClient jdbc;
    private final String machine;
    private final UUID holder;

    SupervisorLease(DataSource dataSource, String machine, UUID holder) {
        this.jdbc = JdbcClient.create(dataSource);
        this.machine = machine;
        this.holder = holder;
    }

    /** Takes or keeps the lease for six seconds; answers its epoch, or nothing while another node holds it. */
    OptionalLong renew() {
        return jdbc.sql(RENEW)
                .param("machine", machine)
                .param("holder", holder)
                .param("length", LENGTH.toMillis())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Gives the lease up at once. */
    void release() {
        jdbc.sql(RELEASE).param("machine", machine).param("holder", holder).update();
    }
}
