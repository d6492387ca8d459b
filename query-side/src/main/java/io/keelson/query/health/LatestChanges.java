package io.keelson.query.health;

import io.keelson.api.health.FindHealthHistories;
import io.keelson.api.health.HealthChangePage;
import io.keelson.api.health.HealthHistoryView;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.query.Direction;
import io.keelson.api.query.PageInfo;
import io.keelson.query.read.Ordering;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The latest changes of many instances by two statements, in the order and with the cursors of a single history. */
final class LatestChanges {
    private static final String LATEST = """
            select * from (
              select c.*, row_number() over (partition by instance_id order by created_at desc, id desc) as place
              from read_model.health_change c where instance_id in (:ids)) placed
            where place <= :most
            order by instance_id, place""";
    private static final String COUNTS = """
            select instance_id, count(*) from read_model.health_change where instance_id in (:ids) group by instance_id""";

    private final Ordering<HealthChangeEntity, Instant> order = Ordering.byCreation(Direction.DESC);
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    LatestChanges(EntityManager entities, PlatformTransactionManager transactions) {
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    List<HealthHistoryView> latest(FindHealthHistories query) {
        List<UUID> ids = query.ids().stream().map(InstanceId::value).toList();
        return transaction.execute(_ -> {
            Map<UUID, List<HealthChangeEntity>> changes = changes(ids, query.first());
            Map<UUID, Long> counts = counts(ids);
            return ids.stream()
                    .map(id -> new HealthHistoryView(
                            new InstanceId(id), page(changes.getOrDefault(id, List.of()), counts.getOrDefault(id, 0L))))
                    .toList();
        });
    }

    private Map<UUID, List<HealthChangeEntity>> changes(List<UUID> ids, int most) {
        Stream<?> rows = entities
                .createNativeQuery(LATEST, HealthChangeEntity.class)
                .setParameter("ids", ids)
                .setParameter("most", most)
                .getResultList()
                .stream();
        return rows.map(HealthChangeEntity.class::cast).collect(Collectors.groupingBy(HealthChangeEntity::instanceId));
    }

    private Map<UUID, Long> counts(List<UUID> ids) {
        Stream<?> rows = entities.createNativeQuery(COUNTS).setParameter("ids", ids).getResultList().stream();
        return rows.map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).longValue()));
    }

    private HealthChangePage page(List<HealthChangeEntity> changes, long count) {
        return new HealthChangePage(
                changes.stream().map(HealthChangeEntity::toView).toList(),
                changes.stream().map(order::cursor).toList(),
                new PageInfo(count > changes.size(), count));
    }
}
