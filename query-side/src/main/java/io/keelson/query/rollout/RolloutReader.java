package io.keelson.query.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.version.SemanticVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads for decisions about upgrades what rollouts have to say. */
@Component
public final class RolloutReader {
    private static final String HOLDS = """
            select distinct on (member.instance_id) member.instance_id, rollout.id, rollout.version
            from read_model.rollout_member member
            join read_model.rollout rollout on rollout.id = member.rollout_id
            where member.outcome = 'PENDING' and rollout.state not in ('ABORTED', 'COMPLETED')
                    and member.instance_id = any(cast(:instances as uuid[]))
            order by member.instance_id, rollout.created_at, rollout.id""";

    private final JdbcClient jdbc;

    RolloutReader(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** The oldest unfinished rollout in which each of these instances had no turn, with one statement. */
    public Map<InstanceId, RolloutHold> holds(Collection<UUID> instances) {
        Map<InstanceId, RolloutHold> holds = new HashMap<>();
        String[] ids = instances.stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql(HOLDS).param("instances", ids).query(row -> {
            holds.put(
                    new InstanceId(row.getObject("instance_id", UUID.class)),
                    new RolloutHold(
                            new RolloutId(row.getObject("id", UUID.class)),
                            new SemanticVersion(row.getString("version"))));
        });
        return holds;
    }
}
