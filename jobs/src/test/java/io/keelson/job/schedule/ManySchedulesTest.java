package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.schedule.IntervalTiming;
import io.keelson.fixture.ScheduleFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten thousand schedules are due at one second. */
class ManySchedulesTest {
    private static final int MANY = 10_000;

    private final ScheduleWorld world = new ScheduleWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tenThousandFireWithinFiveSecondsInFewStatements() {
        world.create(ScheduleFixtures.simple(new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH)));
        multiply();
        AtomicInteger statements = new AtomicInteger();
        DataSource counted = new CountingDataSource(world.database.dataSource(), statements);
        world.now.set(ScheduleWorld.START.plusSeconds(60));
        Firing firing = world.firing(counted);
        long begin = System.nanoTime();

        firing.fireAllDue();

        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("ManySchedulesTest: %d schedules in %s, %d statements%n", MANY, took, statements.get());
        assertThat(world.database.countOf("jobs.platform_job")).isEqualTo(MANY);
        assertThat(world.database.countOf("jobs.platform_schedule_run where job_id is not null"))
                .isEqualTo(MANY);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(statements.get()).isLessThan(150);
    }

    /** Copies the one schedule until there are enough. */
    private void multiply() {
        world.database.jdbc().sql("""
                        insert into jobs.platform_schedule
                        select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid()))).*
                        from jobs.platform_schedule s, generate_series(2, ?)""").param(MANY).update();
        world.database.jdbc().sql("analyze jobs.platform_schedule").update();
    }
}
