package io.keelson.api.upgrade;

import io.keelson.api.operation.OperationId;
import io.keelson.api.version.SemanticVersion;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade that was asked for and has not begun.
 *
 * @param operationId id that its operation will have
 * @param overrides rules that the author has set aside
 * @param author id of who asked for it
 * @param approvedBy id of who has approved it, or null
 */
public record UpgradeProposal(
        OperationId operationId,
        SemanticVersion target,
        ChangeClass change,
        Set<UpgradeRule> overrides,
        String author,
        @Nullable String approvedBy) {
    public UpgradeProposal {
        overrides = Collections.unmodifiableSet(new TreeSet<>(overrides));
    }

    public UpgradeProposal approved(String by) {
        return new UpgradeProposal(operationId, target, change, overrides, author, by);
    }
}
