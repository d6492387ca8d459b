package io.keelson.query.owner;

import io.keelson.api.id.TypedId;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.owner.query.CountOwned;
import io.keelson.api.owner.query.OwnedCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what owners own, with one statement per kind of thing, however many owners there are. */
@Component
class OwnedCounts {
    private static final String TENANTS = """
            select 'partner:' || partner_id as owner, count(*) as owned from read_model.tenant
            where partner_id in (:ids) and status <> 'DELETED' group by partner_id""";
    private static final String INSTANCES = """
            select '%1$s:' || %1$s_id as owner, count(*) as owned from read_model.instance
            where %1$s_id in (:ids) and status <> 'TERMINATED' group by %1$s_id""";

    private final JdbcClient jdbc;

    OwnedCounts(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    @QueryHandler
    List<OwnedCount> handle(CountOwned query) {
        List<UUID> partners = idsOf("partner", query.owners());
        Map<String, Long> tenants = count(TENANTS, partners);
        Map<String, Long> instances = new HashMap<>(count(INSTANCES.formatted("partner"), partners));
        instances.putAll(count(INSTANCES.formatted("tenant"), idsOf("tenant", query.owners())));
        return query.owners().stream()
                .distinct()
                .map(owner -> new OwnedCount(
                        owner, tenants.getOrDefault(owner.value(), 0L), instances.getOrDefault(owner.value(), 0L)))
                .toList();
    }

    private Map<String, Long> count(String statement, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(statement).param("ids", ids).query(row -> {
            counts.put(row.getString("owner"), row.getLong("owned"));
        });
        return counts;
    }

    private static List<UUID> idsOf(String kind, List<OwnerId> owners) {
        return owners.stream()
                .map(OwnerId::value)
                .filter(owner -> owner.startsWith(kind + ":"))
                .distinct()
                .map(owner -> TypedId.parse(kind, owner))
                .toList();
    }
}
