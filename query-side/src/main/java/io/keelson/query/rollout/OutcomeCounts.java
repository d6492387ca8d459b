package io.keelson.query.rollout;

import io.keelson.api.rollout.MemberOutcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the members of rollouts by outcome, with one statement however many rollouts there are. */
@Component
class OutcomeCounts {
    private static final String COUNT = """
            select rollout_id, outcome, count(*) as members from read_model.rollout_member
            where rollout_id in (:ids) group by rollout_id, outcome""";

    private final JdbcClient jdbc;

    OutcomeCounts(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** By rollout; outcomes of none are left out. */
    Map<UUID, Map<MemberOutcome, Integer>> of(Collection<UUID> rollouts) {
        Map<UUID, Map<MemberOutcome, Integer>> counts = new HashMap<>();
        if (rollouts.isEmpty()) {
            return counts;
        }
        jdbc.sql(COUNT).param("ids", rollouts).query(row -> {
            counts.computeIfAbsent(row.getObject("rollout_id", UUID.class), _ -> new EnumMap<>(MemberOutcome.class))
                    .put(MemberOutcome.valueOf(row.getString("outcome")), row.getInt("members"));
        });
        return counts;
    }
}
