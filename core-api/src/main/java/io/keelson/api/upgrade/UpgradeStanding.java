package io.keelson.api.upgrade;

import io.keelson.api.version.SemanticVersion;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the upgrades of an instance.
 *
 * @param proposal what was asked for and has not begun, or null
 * @param latest the last upgrade while it may be taken back, or null
 * @param avoided the version that did not stay when it was tried last, or null; it is not taken again by itself
 */
public record UpgradeStanding(
        UpgradeSettings settings,
        @Nullable UpgradeProposal proposal,
        @Nullable UpgradeRecord latest,
        @Nullable SemanticVersion avoided) {
    public static UpgradeStanding of(UpgradeSettings settings) {
        return new UpgradeStanding(settings, null, null, null);
    }

    public UpgradeStanding wishing(UnaryOperator<UpgradeSettings> change) {
        return new UpgradeStanding(change.apply(settings), proposal, latest, avoided);
    }

    public UpgradeStanding withProposal(@Nullable UpgradeProposal now) {
        return new UpgradeStanding(settings, now, latest, avoided);
    }

    /** What was asked for is approved by this actor; nothing happens when nothing is asked for. */
    public UpgradeStanding approved(String by) {
        return proposal == null ? this : withProposal(proposal.approved(by));
    }

    public UpgradeStanding withLatest(@Nullable UpgradeRecord now) {
        return new UpgradeStanding(settings, proposal, now, avoided);
    }

    public UpgradeStanding withAvoided(@Nullable SemanticVersion now) {
        return new UpgradeStanding(settings, proposal, latest, now);
    }
}
