package io.keelson.query.rollout;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.operation.OperationId;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.query.row.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Writes the members of rollouts, within the transaction of the projection. One statement per event, however many members it is
 * about: a rollout may have 10,000, too many for entities.
 */
@Component
class RolloutMembers {
    private static final String ADD = """
            insert into read_model.rollout_member (id, revision, rollout_id, instance_id, number, stage, group_number, outcome,
                    reason, created_at, updated_at, created_by)
            select listed.id, :revision, :rollout, listed.instance_id,
                    (select coalesce(max(number) + 1, 0) from read_model.rollout_member where rollout_id = :rollout)
                            + listed.place - 1,
                    listed.stage, listed.group_number, 'PENDING', '', :at, :at, :actor
            from unnest(cast(:ids as uuid[]), cast(:instances as uuid[]), cast(:stages as integer[]),
                    cast(:groups as integer[]))
                    with ordinality as listed (id, instance_id, stage, group_number, place)""";
    private static final String CHANGE = """
            update read_model.rollout_member set outcome = :outcome, reason = :reason, until = :until,
                    operation_id = coalesce(cast(:operation as uuid), operation_id), revision = :revision, updated_at = :at
            where id = :id""";
    private static final String RETRY = """
            update read_model.rollout_member set outcome = 'PENDING', reason = '', until = null, operation_id = null,
                    revision = :revision, updated_at = :at
            where rollout_id = :rollout and stage = :stage and outcome = 'FAILED'""";
    private static final String GIVE_UP = """
            update read_model.rollout_member set outcome = 'SKIPPED', reason = :reason, until = null,
                    revision = :revision, updated_at = :at
            where rollout_id = :rollout and outcome = 'PENDING'""";

    private final JdbcClient jdbc;

    RolloutMembers(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Adds members behind those that are there, in this order. */
    void add(List<RolloutMember> members, Stamp stamp) {
        stamped(ADD, stamp)
                .param("rollout", stamp.id())
                .param("actor", stamp.actorId())
                .param("ids", texts(members, member -> id(stamp.id(), member.instanceId())))
                .param("instances", texts(members, member -> member.instanceId().value()))
                .param("stages", members.stream().map(RolloutMember::stage).toArray(Integer[]::new))
                .param("groups", members.stream().map(RolloutMember::group).toArray(Integer[]::new))
                .update();
    }

    /** @param operation or null to keep the one that is known */
    void change(
            InstanceId instance,
            MemberOutcome outcome,
            String reason,
            @Nullable Instant until,
            @Nullable OperationId operation,
            Stamp stamp) {
        int changed = stamped(CHANGE, stamp)
                .param("id", id(stamp.id(), instance))
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("until", until == null ? null : time(until))
                .param("operation", operation == null ? null : operation.value())
                .update();
        if (changed == 0) {
            throw new IllegalStateException(
                    "%s is no member of rollout:%s in the read model, but its event %d changes it."
                            .formatted(instance, stamp.id(), stamp.sequence()));
        }
    }

    /** The failed members of a stage have another turn. */
    void retryFailed(int stage, Stamp stamp) {
        stamped(RETRY, stamp).param("rollout", stamp.id()).param("stage", stage).update();
    }

    /** Those without a turn have none. */
    void giveUp(String reason, Stamp stamp) {
        stamped(GIVE_UP, stamp)
                .param("rollout", stamp.id())
                .param("reason", reason)
                .update();
    }

    void clear() {
        jdbc.sql("truncate table read_model.rollout_member").update();
    }

    private StatementSpec stamped(String statement, Stamp stamp) {
        return jdbc.sql(statement).param("revision", stamp.sequence()).param("at", time(stamp.at()));
    }

    private static String[] texts(List<RolloutMember> members, Function<RolloutMember, UUID> id) {
        return members.stream().map(id).map(UUID::toString).toArray(String[]::new);
    }

    /** Always the same for the same member. */
    private static UUID id(UUID rollout, InstanceId instance) {
        return UUID.nameUUIDFromBytes((rollout + "/" + instance).getBytes(StandardCharsets.UTF_8));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
