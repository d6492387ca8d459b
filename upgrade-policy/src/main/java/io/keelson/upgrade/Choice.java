package io.keelson.upgrade;

import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The best of several releases, which are looked at from the newest one on.
 *
 * @param free what can start first without anybody's approval
 * @param asking the newest that needs somebody's approval
 * @param forced what is blocked now, and can start first because its date comes
 * @param blocked the newest that is not eligible
 */
record Choice(
        @Nullable UpgradeDecision free,
        @Nullable UpgradeDecision asking,
        @Nullable UpgradeDecision forced,
        @Nullable UpgradeDecision blocked) {
    static final Choice NONE = new Choice(null, null, null, null);

    /** Nothing older can be better. */
    boolean startsNow() {
        return free != null && free.outcome() == UpgradeOutcome.STARTS;
    }

    Choice with(Case asked) {
        UpgradeDecision decision = Judgement.of(asked);
        if (!decision.eligible()) {
            return new Choice(free, asking, forced, blocked == null ? decision : blocked);
        }
        if (asked.forcedLater() != null && !Judgement.judged(asked).eligible()) {
            return new Choice(free, asking, first(forced, decision), blocked);
        }
        return decision.saying(Verdict.WAITS).contains(UpgradeRule.APPROVAL)
                ? new Choice(free, asking == null ? decision : asking, forced, blocked)
                : new Choice(first(free, decision), asking, forced, blocked);
    }

    /** Empty when there was nothing to choose from. */
    Optional<UpgradeDecision> made() {
        UpgradeDecision alone = free == null || forced == null ? free : first(free, forced);
        return Stream.of(alone, asking, forced, blocked).filter(Objects::nonNull).findFirst();
    }

    private static UpgradeDecision first(@Nullable UpgradeDecision one, UpgradeDecision other) {
        return one == null || start(other).isBefore(start(one)) ? other : one;
    }

    private static Instant start(UpgradeDecision decision) {
        return Objects.requireNonNullElse(decision.startsAt(), Instant.MAX);
    }
}
