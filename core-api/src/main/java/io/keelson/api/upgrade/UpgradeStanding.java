package io.keelson.api.upgrade;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.keelson.api.version.SemanticVersion;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the upgrades of an instance.
 *
 * @param proposal what was asked for and has not begun, or null
 * @param latest the last upgrade while it may be taken back, or null
 * @param avoided versions that did not stay when they were tried last; they are not taken again by themselves
 */
public record UpgradeStanding(
        UpgradeSettings settings,
        @Nullable UpgradeProposal proposal,
        @Nullable UpgradeRecord latest,
        // One version, or none, as views of before had it.
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        Set<SemanticVersion> avoided) {
    public UpgradeStanding {
        avoided = avoided == null ? Set.of() : Set.copyOf(avoided);
    }

    public static UpgradeStanding of(UpgradeSettings settings) {
        return new UpgradeStanding(settings, null, null, Set.of());
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

    /** This version has not stayed so far. */
    public UpgradeStanding avoiding(SemanticVersion version) {
        Set<SemanticVersion> more = new HashSet<>(avoided);
        more.add(version);
        return new UpgradeStanding(settings, proposal, latest, more);
    }

    /** This version stays. */
    public UpgradeStanding accepting(SemanticVersion version) {
        Set<SemanticVersion> fewer = new HashSet<>(avoided);
        fewer.remove(version);
        return new UpgradeStanding(settings, proposal, latest, fewer);
    }
}
