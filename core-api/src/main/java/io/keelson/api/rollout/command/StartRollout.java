package io.keelson.api.rollout.command;

import io.keelson.api.error.RejectedException;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Starts a rollout. Doing it again with the same id changes nothing. Overrides need a reason in the metadata. Rejected with
 * INVALID_INPUT when it has no member, or more than {@value #MOST_MEMBERS}; VERSION_NOT_FOUND and VERSION_NOT_PROVISIONABLE.
 *
 * @param members in the order of their turns
 */
public record StartRollout(
        @TargetAggregateIdentifier RolloutId rolloutId, RolloutSpec spec, List<RolloutMember> members)
        implements RolloutCommand {
    public static final int MOST_MEMBERS = 10_000;

    public StartRollout {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw RejectedException.invalid(
                    "stages", "stages select no instance of %s that could be upgraded.".formatted(spec.component()));
        }
        if (members.size() > MOST_MEMBERS) {
            throw RejectedException.invalid(
                    "stages",
                    "stages select %d instances; a rollout has at most %d.".formatted(members.size(), MOST_MEMBERS));
        }
    }
}
