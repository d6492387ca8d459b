package io.keelson.query.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.keelson.api.error.RejectedException;
import io.keelson.api.health.FindHealthChanges;
import io.keelson.api.health.FindHealthHistories;
import io.keelson.api.health.GetUptimes;
import io.keelson.api.health.HealthChangePage;
import io.keelson.api.health.HealthChangeView;
import io.keelson.api.health.HealthHistoryView;
import io.keelson.api.health.UptimeView;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.message.DomainEvent;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.query.Page;
import io.keelson.api.query.PageInfo;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.query.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthHistoryTest {
    private final ReadModel model = ReadModel.empty();
    private final Instant now = Instant.now();

    @BeforeEach
    void activate() {
        tell(InstanceFixtures.provisioningRequested(), 10);
        tell(InstanceFixtures.activated(), 8);
    }

    @Test
    void everyChangeIsKeptLatestFirst() {
        tell(InstanceFixtures.healthChanged(InstanceHealth.HEALTHY, InstanceHealth.UNHEALTHY), 4);
        assertThat(changes())
                .extracting(HealthChangeView::health)
                .containsExactly(InstanceHealth.UNHEALTHY, InstanceHealth.HEALTHY);
        assertThat(changes().getFirst().reason()).contains("nothing listens");
        assertThat(instance().health()).isEqualTo(InstanceHealth.UNHEALTHY);
    }

    @Test
    void theLatestChangesOfManyAreThoseOfEachAndTheirCursorsGoOn() {
        tell(InstanceFixtures.healthChanged(InstanceHealth.HEALTHY, InstanceHealth.UNHEALTHY), 4);
        tell(InstanceFixtures.healthChanged(InstanceHealth.UNHEALTHY, InstanceHealth.DEGRADED), 2);
        InstanceId stranger = InstanceId.random();

        List<HealthHistoryView> histories = model.askList(
                new FindHealthHistories(List.of(InstanceFixtures.INSTANCE_ID, stranger), 2), HealthHistoryView.class);

        HealthChangePage known = histories.getFirst().page();
        assertThat(known.items())
                .extracting(HealthChangeView::health)
                .containsExactly(InstanceHealth.DEGRADED, InstanceHealth.UNHEALTHY);
        assertThat(known.info()).isEqualTo(new PageInfo(true, 3));
        HealthChangePage rest = model.ask(
                new FindHealthChanges(
                        InstanceFixtures.INSTANCE_ID,
                        new Page(2, known.cursors().getLast())),
                HealthChangePage.class);
        assertThat(rest.items()).extracting(HealthChangeView::health).containsExactly(InstanceHealth.HEALTHY);
        assertThat(histories.getLast().page().items()).isEmpty();
    }

    @Test
    void uptimeCountsTheHoursInWhichItAnsweredAmongThoseInWhichItWasMeantTo() {
        tell(InstanceFixtures.healthChanged(InstanceHealth.HEALTHY, InstanceHealth.UNHEALTHY), 4);
        tell(InstanceFixtures.healthChanged(InstanceHealth.UNHEALTHY, InstanceHealth.DEGRADED), 2);
        assertUptime(6, 4, 6);
        assertUptime(3, 2, 3);
        assertUptime(24, 6, 8);

        tell(InstanceFixtures.requested(OperationKind.SUSPEND), 1);
        tell(InstanceFixtures.suspended(), 1);
        assertUptime(6, 3, 5);
        assertThat(uptimes(Duration.ofMinutes(30))).isEmpty();
    }

    @Test
    void whatWasHealedIsHealthyWhenTheWatchSaysSo() {
        tell(InstanceFixtures.healthChanged(InstanceHealth.HEALTHY, InstanceHealth.UNHEALTHY), 4);
        tell(InstanceFixtures.requested(OperationKind.HEAL), 4);
        tell(InstanceFixtures.restarted(true), 3);
        assertThat(instance().health()).isEqualTo(InstanceHealth.UNHEALTHY);
        assertThat(instance().activeOperationId()).isNull();
        tell(InstanceFixtures.restarted(false), 2);
        assertThat(instance().health()).isEqualTo(InstanceHealth.HEALTHY);
        assertThat(changes()).hasSize(3);
    }

    @Test
    void aReconciliationEndsTheOperationAndKeepsTheAddress() {
        tell(InstanceFixtures.requested(OperationKind.RECONCILE), 2);
        tell(InstanceFixtures.reconciled(), 1);
        assertThat(instance().activeOperationId()).isNull();
        assertThat(instance().url()).isEqualTo(InstanceFixtures.URL);
    }

    @Test
    void aPeriodOfNothingIsRefused() {
        assertThatThrownBy(() -> new GetUptimes(List.of(), Duration.ZERO)).isInstanceOf(RejectedException.class);
    }

    private void tell(DomainEvent event, int hoursAgo) {
        model.deliver(List.of(model.stored(event, now.minus(Duration.ofHours(hoursAgo)))));
    }

    private void assertUptime(int period, int up, int known) {
        UptimeView uptime = uptimes(Duration.ofHours(period)).getFirst();
        assertThat(uptime.up().toSeconds()).isCloseTo(up * 3_600L, within(60L));
        assertThat(uptime.known().toSeconds()).isCloseTo(known * 3_600L, within(60L));
    }

    private List<UptimeView> uptimes(Duration period) {
        return model.askList(new GetUptimes(List.of(InstanceFixtures.INSTANCE_ID), period), UptimeView.class);
    }

    private List<HealthChangeView> changes() {
        return model.ask(
                        new FindHealthChanges(InstanceFixtures.INSTANCE_ID, new Page(10, null)), HealthChangePage.class)
                .items();
    }

    private InstanceView instance() {
        return model.askList(new GetInstances(List.of(InstanceFixtures.INSTANCE_ID)), InstanceView.class)
                .getFirst();
    }
}
