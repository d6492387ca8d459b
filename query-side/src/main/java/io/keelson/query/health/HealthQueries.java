package io.keelson.query.health;

import io.keelson.api.health.FindHealthChanges;
import io.keelson.api.health.FindHealthHistories;
import io.keelson.api.health.GetUptimes;
import io.keelson.api.health.HealthChangePage;
import io.keelson.api.health.HealthChangeView;
import io.keelson.api.health.HealthHistoryView;
import io.keelson.api.health.UptimeView;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.query.Direction;
import io.keelson.query.read.Filter;
import io.keelson.query.read.Ordering;
import io.keelson.query.read.RowReader;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class HealthQueries {
    private static final String UPTIME = """
            select instance_id,
              cast(coalesce(sum(millis) filter (where health in ('HEALTHY', 'DEGRADED')), 0) as bigint),
              cast(sum(millis) as bigint)
            from (
              select instance_id, health, extract(epoch from
                lead(created_at, 1, now()) over (partition by instance_id order by created_at, revision)
                - greatest(created_at, now() - cast(:seconds as double precision) * interval '1 second')) * 1000 as millis
              from read_model.health_change where instance_id in (:ids)) spans
            where health <> 'UNKNOWN' and millis > 0
            group by instance_id""";

    private final RowReader<HealthChangeEntity, HealthChangeView> changes;
    private final LatestChanges histories;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    HealthQueries(HealthChangeRepository changes, EntityManager entities, PlatformTransactionManager transactions) {
        this.changes = new RowReader<>(changes, transactions, HealthChangeEntity::toView);
        this.histories = new LatestChanges(entities, transactions);
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    @QueryHandler
    HealthChangePage handle(FindHealthChanges query) {
        Filter<HealthChangeEntity> filter = new Filter<HealthChangeEntity>()
                .equal("instanceId", query.instanceId().value());
        return changes.page(filter, Ordering.byCreation(Direction.DESC), query.page(), HealthChangePage::new);
    }

    @QueryHandler
    List<HealthHistoryView> handle(FindHealthHistories query) {
        return query.ids().isEmpty() ? List.of() : histories.latest(query);
    }

    @QueryHandler
    List<UptimeView> handle(GetUptimes query) {
        if (query.ids().isEmpty()) {
            return List.of();
        }
        return transaction.execute(_ -> {
            List<?> rows = entities.createNativeQuery(UPTIME)
                    .setParameter("seconds", query.period().toMillis() / 1_000.0)
                    .setParameter(
                            "ids", query.ids().stream().map(InstanceId::value).toList())
                    .getResultList();
            return rows.stream().map(row -> uptime((Object[]) row)).toList();
        });
    }

    private static UptimeView uptime(Object[] row) {
        return new UptimeView(
                new InstanceId((UUID) row[0]),
                Duration.ofMillis(((Number) row[1]).longValue()),
                Duration.ofMillis(((Number) row[2]).longValue()));
    }
}
