package io.keelson.api.upgrade;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the upgrades of an instance.
 *
 * @param proposal what was asked for and has not begun, or null
 * @param latest the last upgrade while it may be taken back, or null
 */
public record UpgradeStanding(
        UpgradeSettings settings,
        @Nullable UpgradeProposal proposal,
        @Nullable UpgradeRecord latest) {
    public static UpgradeStanding of(UpgradeSettings settings) {
        return new UpgradeStanding(settings, null, null);
    }

    public UpgradeStanding wishing(UnaryOperator<UpgradeSettings> change) {
        return new UpgradeStanding(change.apply(settings), proposal, latest);
    }

    public UpgradeStanding withProposal(@Nullable UpgradeProposal now) {
        return new UpgradeStanding(settings, now, latest);
    }

    public UpgradeStanding withLatest(@Nullable UpgradeRecord now) {
        return new UpgradeStanding(settings, proposal, now);
    }
}
