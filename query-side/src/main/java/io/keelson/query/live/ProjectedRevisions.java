package io.keelson.query.live;

import io.keelson.api.error.RejectedException;
import io.keelson.api.id.TypedId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up how far rows have come. */
@Component
class ProjectedRevisions {
    /** Kinds of aggregates that have a table of this name. */
    private static final Set<String> KINDS = Set.of(
            "partner",
            "tenant",
            "suspension",
            "hold",
            "setting",
            "version",
            "channel",
            "instance",
            "operation",
            "rollout");

    private final JdbcClient jdbc;
    private final Map<String, String> tables = new HashMap<>();

    /** Also looks into tables of other modules, if there are any. */
    ProjectedRevisions(DataSource database, Optional<List<ProjectedTable>> elsewhere) {
        jdbc = JdbcClient.create(database);
        KINDS.forEach(kind -> tables.put(kind, "read_model." + kind));
        elsewhere.ifPresent(others -> others.forEach(other -> tables.put(other.kind(), other.table())));
    }

    /** Refuses text that is not the id of an aggregate with rows. */
    void requireKnownKind(String aggregateId) {
        String kind = kindOf(aggregateId);
        if (!tables.containsKey(kind)) {
            throw RejectedException.invalid(
                    "aggregateId", "aggregateId does not name a kind of aggregate with a view.");
        }
        TypedId.parse(kind, aggregateId);
    }

    /** Revisions by aggregate id, with one statement per kind; rows that are not there are left out. */
    Map<String, Long> of(Collection<String> aggregateIds) {
        Map<String, Long> revisions = new HashMap<>();
        aggregateIds.stream()
                .collect(Collectors.groupingBy(ProjectedRevisions::kindOf))
                .forEach((kind, ids) -> look(kind, ids, revisions));
        return revisions;
    }

    private void look(String kind, List<String> aggregateIds, Map<String, Long> revisions) {
        List<UUID> ids = aggregateIds.stream()
                .map(id -> TypedId.parse(kind, id))
                .distinct()
                .toList();
        jdbc.sql("select id, revision from %s where id in (:ids)".formatted(tables.get(kind)))
                .param("ids", ids)
                .query(row -> {
                    revisions.put(TypedId.format(kind, row.getObject("id", UUID.class)), row.getLong("revision"));
                });
    }

    private static String kindOf(String aggregateId) {
        return aggregateId.substring(0, Math.max(0, aggregateId.indexOf(':')));
    }
}
