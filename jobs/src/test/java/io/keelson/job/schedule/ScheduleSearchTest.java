package io.keelson.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.keelson.api.error.RejectedException;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.query.Page;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.RunRules;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleName;
import io.keelson.api.schedule.ScheduleState;
import io.keelson.api.schedule.Timing;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.api.schedule.event.ScheduleDisabled;
import io.keelson.api.schedule.query.FindScheduleRuns;
import io.keelson.api.schedule.query.FindSchedules;
import io.keelson.api.schedule.query.GetLastRuns;
import io.keelson.api.schedule.query.PreviewFires;
import io.keelson.api.schedule.query.ScheduleFilter;
import io.keelson.api.schedule.query.SchedulePage;
import io.keelson.api.schedule.query.ScheduleRunPage;
import io.keelson.api.schedule.query.ScheduleRunView;
import io.keelson.api.schedule.query.ScheduleView;
import io.keelson.api.tenant.TenantId;
import io.keelson.fixture.ScheduleFixtures;
import io.keelson.fixture.TenantFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleSearchTest {
    private static final Timing MINUTELY = new IntervalTiming(Duration.ofMinutes(1), Instant.EPOCH);
    private static final Page ALL = new Page(100, null);

    private final ScheduleWorld world = new ScheduleWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aScheduleIsReadAsItWasCreated() {
        ScheduleId id = world.create(ScheduleFixtures.DEFINITION);

        ScheduleView view = world.view(id);

        assertThat(view.definition()).isEqualTo(ScheduleFixtures.DEFINITION);
        assertThat(view.owner()).isEqualTo(ScheduleFixtures.OWNER);
        assertThat(view.state()).isEqualTo(ScheduleState.ENABLED);
        assertThat(view.createdBy()).isEqualTo("local-operator");
        assertThat(view.createdAt()).isEqualTo(ScheduleWorld.START);
        assertThat(view.nextRunAt()).isEqualTo(ScheduleWorld.START.plus(Duration.ofMinutes(15)));
    }

    @Test
    void schedulesAreListedPageByPageInTheOrderOfTheirCreation() {
        List<ScheduleId> created = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            world.now.set(ScheduleWorld.START.plusSeconds(number / 3));
            created.add(create("Schedule " + number));
        }
        List<ScheduleId> listed = new ArrayList<>();
        String after = null;
        do {
            SchedulePage page = world.queries.handle(new FindSchedules(ScheduleFilter.ALL, new Page(3, after)));
            page.items().forEach(item -> listed.add(item.id()));
            assertThat(page.info().totalCount()).isEqualTo(7);
            after = page.info().hasNextPage() ? page.cursors().getLast() : null;
        } while (after != null);

        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(created);
        assertThat(listed.subList(0, 3)).containsExactlyInAnyOrderElementsOf(created.subList(0, 3));
    }

    @Test
    void everyFilterNarrowsTheList() {
        ScheduleId report = create("Nightly Report");
        ScheduleId ping = create("Ping");
        ScheduleId gone = create("Gone");
        world.tell(new ScheduleDisabled(ping));
        world.tell(new ScheduleDeleted(gone));

        assertThat(found(ScheduleFilter.ALL)).containsExactlyInAnyOrder(report, ping);
        assertThat(found(new ScheduleFilter(ScheduleState.DISABLED, null, null, null, null)))
                .containsExactly(ping);
        assertThat(found(new ScheduleFilter(ScheduleState.DELETED, null, null, null, null)))
                .containsExactly(gone);
        assertThat(found(new ScheduleFilter(null, TenantFixtures.TENANT_ID, null, "test", "REPORT")))
                .containsExactly(report);
        assertThat(found(new ScheduleFilter(null, TenantId.random(), null, null, null)))
                .isEmpty();
        assertThat(found(new ScheduleFilter(null, null, InstanceId.random(), null, null)))
                .isEmpty();
        assertThat(found(new ScheduleFilter(null, null, null, "mail.send", null)))
                .isEmpty();
        assertThat(found(new ScheduleFilter(null, null, null, null, "%"))).isEmpty();
    }

    @Test
    void theHistoryIsListedPageByPageNewestFirst() {
        ScheduleId id = create("Ping");
        for (int minute = 1; minute <= 5; minute++) {
            world.fireAt(Duration.ofMinutes(minute));
            world.end(id, 3);
        }

        ScheduleRunPage first = world.queries.handle(new FindScheduleRuns(id, new Page(3, null)));
        ScheduleRunPage second = world.queries.handle(
                new FindScheduleRuns(id, new Page(3, first.cursors().getLast())));

        assertThat(first.info().hasNextPage()).isTrue();
        assertThat(second.info().hasNextPage()).isFalse();
        assertThat(second.info().totalCount()).isEqualTo(5);
        assertThat(minutes(first)).containsExactly(5L, 4L, 3L);
        assertThat(minutes(second)).containsExactly(2L, 1L);
    }

    @Test
    void theNewestRunOfManySchedulesIsOneQuestion() {
        ScheduleId ping = create("Ping");
        ScheduleId idle = create("Idle");
        world.tell(new ScheduleDisabled(idle));
        world.fireAt(Duration.ofMinutes(1));
        world.end(ping, 4);
        world.fireAt(Duration.ofMinutes(2));

        assertThat(world.queries.handle(new GetLastRuns(List.of(ping, idle))))
                .extracting(ScheduleRunView::scheduleId, ScheduleRunView::scheduledFor)
                .containsExactly(tuple(ping, ScheduleWorld.START.plusSeconds(120)));
    }

    @Test
    void aPreviewBeginsNow() {
        assertThat(world.queries.handle(new PreviewFires(MINUTELY, 2)))
                .containsExactly(ScheduleWorld.START.plusSeconds(60), ScheduleWorld.START.plusSeconds(120));
    }

    @Test
    void textThatIsNoCursorIsRefused() {
        for (String cursor : List.of("", "x", "%%%", "MjAyNi0wMy0wMVQxMjowMDowMFp8", "a".repeat(500))) {
            assertThatThrownBy(() -> world.queries.handle(new FindSchedules(ScheduleFilter.ALL, new Page(3, cursor))))
                    .isInstanceOf(RejectedException.class);
        }
    }

    private ScheduleId create(String name) {
        return world.create(
                new ScheduleDefinition(new ScheduleName(name), "", MINUTELY, ScheduleFixtures.JOB, RunRules.DEFAULT));
    }

    private List<ScheduleId> found(ScheduleFilter filter) {
        return world.queries.handle(new FindSchedules(filter, ALL)).items().stream()
                .map(ScheduleView::id)
                .toList();
    }

    private static List<Long> minutes(ScheduleRunPage page) {
        return page.items().stream()
                .map(run -> Duration.between(ScheduleWorld.START, run.scheduledFor())
                        .toMinutes())
                .toList();
    }
}
