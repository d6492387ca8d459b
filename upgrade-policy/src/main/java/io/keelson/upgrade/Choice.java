package io.keelson.upgrade;

import io.keelson.api.upgrade.UpgradeDecision;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The best of several releases, which are looked at from the newest one on.
 *
 * @param free what starts first without anybody's help
 * @param asking the newest that needs somebody's help
 * @param dated what starts first by a date to come, although it is blocked or needs an approval now
 * @param blocked the newest that is not eligible
 */
record Choice(
        @Nullable UpgradeDecision free,
        @Nullable UpgradeDecision asking,
        @Nullable UpgradeDecision dated,
        @Nullable UpgradeDecision blocked) {
    private static final Comparator<UpgradeDecision> FIRST_THEN_NEWER = Comparator.comparing(Outlook::start)
            .thenComparing(decision -> decision.path().getLast(), Comparator.reverseOrder());

    static final Choice NONE = new Choice(null, null, null, null);

    /** Whether nothing can be better: it starts at the moment that is asked about. */
    boolean isBest(Instant at) {
        return free != null && Outlook.start(free).equals(at);
    }

    /** Whether an older release could still be better than what was found. */
    boolean mayYieldTo(Case asked) {
        Instant start = asked.timing().startsAt();
        return free == null || !asked.datesToCome().isEmpty() || (start != null && start.isBefore(Outlook.start(free)));
    }

    Choice with(Outlook outlook) {
        if (outlook.startsByItself()) {
            return new Choice(first(free, outlook.decision()), asking, dated, blocked);
        }
        UpgradeDecision now = outlook.now();
        UpgradeDecision later = outlook.byItsDates();
        UpgradeDecision sooner = later == null ? dated : first(dated, later);
        return now.eligible()
                ? new Choice(free, asking == null ? now : asking, sooner, blocked)
                : new Choice(free, asking, sooner, blocked == null ? now : blocked);
    }

    /** Empty when there was nothing to choose from. */
    Optional<UpgradeDecision> made() {
        UpgradeDecision alone = free == null || dated == null
                ? free
                : Stream.of(free, dated).min(FIRST_THEN_NEWER).orElseThrow();
        return Stream.of(alone, asking, dated, blocked).filter(Objects::nonNull).findFirst();
    }

    private static UpgradeDecision first(@Nullable UpgradeDecision newer, UpgradeDecision other) {
        return newer == null || Outlook.start(other).isBefore(Outlook.start(newer)) ? other : newer;
    }
}
