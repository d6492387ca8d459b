package io.keelson.graphql.rollout;

import io.keelson.api.rollout.MemberSelector;
import io.keelson.api.rollout.RolloutGate;
import io.keelson.api.rollout.RolloutGroup;
import io.keelson.api.rollout.RolloutStage;
import io.keelson.api.rollout.Share;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stages of a rollout whose author names none: a bad release meets one instance first, then few, and never many at once. */
final class UsualStages {
    static final List<RolloutStage> ALL = List.of(
            stage("canary", new Share(1, false), new Share(1, false)),
            stage("early", new Share(10, true), new Share(25, true)),
            stage("rest", null, new Share(10, true)));

    private UsualStages() {}

    private static RolloutStage stage(String name, @Nullable Share share, Share concurrency) {
        MemberSelector selector = new MemberSelector(List.of(), null, null, null, share);
        return new RolloutStage(
                name,
                List.of(new RolloutGroup("all", selector, null, null, RolloutGate.OPEN)),
                concurrency,
                Share.NONE,
                false,
                null,
                RolloutGate.OPEN,
                Duration.ZERO);
    }
}
