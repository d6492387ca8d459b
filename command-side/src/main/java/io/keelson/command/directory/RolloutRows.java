package io.keelson.command.directory;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.event.RolloutMembersListed;
import io.keelson.api.version.SemanticVersion;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The members of rollouts that had no turn so far. */
final class RolloutRows {
    private static final String OLDEST =
            "select rollout, version from command_side.rollout_member where instance = ? order by place limit 1";
    // Written again when an event is handled again, hence no plain insert.
    private static final String ADD = """
            insert into command_side.rollout_member (rollout, instance, version)
            select ?, member, ? from unnest(?::text[]) with ordinality as listed (member, turn) order by turn
            on conflict (rollout, instance) do nothing""";
    private static final String REMOVE = "delete from command_side.rollout_member where rollout = ? and instance = ?";
    private static final String REMOVE_ALL = "delete from command_side.rollout_member where rollout = ?";

    private final JdbcClient jdbc;

    RolloutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RolloutHold> oldestOf(InstanceId instanceId) {
        return jdbc.sql(OLDEST)
                .param(instanceId.toString())
                .query((row, _) -> new RolloutHold(
                        RolloutId.parse(row.getString("rollout")), new SemanticVersion(row.getString("version"))))
                .optional();
    }

    void add(RolloutMembersListed event) {
        String[] members = event.members().stream()
                .map(RolloutMember::instanceId)
                .map(InstanceId::toString)
                .toArray(String[]::new);
        jdbc.sql(ADD)
                .params(event.rolloutId().toString(), event.version().value(), members)
                .update();
    }

    void remove(RolloutId rolloutId, InstanceId instanceId) {
        jdbc.sql(REMOVE).params(rolloutId.toString(), instanceId.toString()).update();
    }

    void removeAll(RolloutId rolloutId) {
        jdbc.sql(REMOVE_ALL).param(rolloutId.toString()).update();
    }
}
