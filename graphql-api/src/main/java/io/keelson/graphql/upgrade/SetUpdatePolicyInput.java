package io.keelson.graphql.upgrade;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.SetUpdatePolicy;
import io.keelson.api.upgrade.AutoApproval;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who decides that an instance is upgraded; what is null takes what the policy usually means. */
record SetUpdatePolicyInput(
        String instanceId, UpdatePolicy policy, @Nullable AutoApprovalInput autoApproval) {
    SetUpdatePolicy toCommand(InstanceId id) {
        return new SetUpdatePolicy(id, policy, autoApproval == null ? null : autoApproval.over(policy));
    }

    /** Which classes of change need nobody's approval. */
    record AutoApprovalInput(
            @Nullable Boolean security,
            @Nullable Boolean patch,
            @Nullable Boolean minor) {
        AutoApproval over(UpdatePolicy policy) {
            AutoApproval usual = AutoApproval.of(policy);
            return new AutoApproval(
                    Objects.requireNonNullElse(security, usual.security()),
                    Objects.requireNonNullElse(patch, usual.patch()),
                    Objects.requireNonNullElse(minor, usual.minor()));
        }
    }
}
