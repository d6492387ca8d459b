package io.keelson.app.rollout;

import io.keelson.api.error.Rejection;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.SetInstanceTags;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.command.StartRollout;
import io.keelson.api.rollout.query.PlanRollout;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.VersionStatus;
import io.keelson.app.upgrade.HistoryPlatform;
import io.keelson.app.upgrade.HistoryShops;
import io.keelson.app.upgrade.RandomActs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;

/** Some shops with wishes of their own, all on 1.0.0, and releases for them; on one virtual clock. */
final class RolloutHistory {
    static final String AUTHOR = "alice";

    final Random random;
    final RandomActs acts;
    final Duration upgradeDuration;
    final Set<InstanceId> failing = new HashSet<>();
    final RolloutReality reality;

    private final HistoryPlatform platform;
    private final HistoryShops shops;

    RolloutHistory(HistoryPlatform platform, List<Consumer<Object>> listeners, long seed) {
        this.platform = platform;
        random = new Random(seed);
        acts = new RandomActs(random);
        upgradeDuration = Duration.ofSeconds(1 + random.nextInt(7_200));
        shops = new HistoryShops(platform, new ComponentName("shop-" + Long.toUnsignedString(seed, 36)));
        reality = new RolloutReality(platform, shops, upgradeDuration, failing);
        listeners.clear();
        listeners.add(reality);
        platform.forgetInstances();
        // Around the days on which clocks change, and seldom at the moment at which a window opens.
        platform.clock.set(Instant.parse("2026-03-06T00:00:07Z").plus(acts.hours(24 * 20)));
        openShops();
    }

    private void openShops() {
        shops.release("1.0.0", VersionStatus.STABLE, false, false);
        List<InstanceId> instances = new ArrayList<>();
        int size = 3 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            UpdatePolicy policy = acts.one(List.of(
                    UpdatePolicy.AUTO_UPDATE,
                    UpdatePolicy.AUTO_UPDATE,
                    UpdatePolicy.MANUAL_APPROVAL,
                    UpdatePolicy.FROZEN));
            InstanceId shop = shops.open(shops.component() + "-" + i, policy);
            instances.add(shop);
            attempt(new SetInstanceTags(shop, new RandomRollout(random, platform.clock.instant()).tags()));
            if (random.nextBoolean()) {
                attempt(acts.wish(shop, platform.clock.instant()));
            }
            if (random.nextInt(5) == 0) {
                failing.add(shop);
            }
        }
        if (random.nextInt(3) == 0) {
            shops.release("1.0.1", VersionStatus.STABLE, false, random.nextBoolean());
            reality.pass(() -> {});
        }
        shops.release("1.1.0", VersionStatus.STABLE, random.nextInt(5) == 0, random.nextInt(3) == 0);
        shops.release("1.2.0", VersionStatus.STABLE, false, random.nextInt(3) == 0);
    }

    private void attempt(Object command) {
        try {
            platform.send(command, "customer");
        } catch (CommandExecutionException refused) {
            if (!(refused.<Object>getDetails().orElse(null) instanceof Rejection)) {
                throw refused;
            }
        }
    }

    RolloutSpec spec(String version) {
        return new RandomRollout(random, platform.clock.instant()).of(shops.component(), version);
    }

    List<RolloutMember> plan(RolloutSpec spec) {
        return platform.queries()
                .query(new PlanRollout(spec), ResponseTypes.multipleInstancesOf(RolloutMember.class))
                .join();
    }

    void start(RolloutId rollout, RolloutSpec spec) {
        platform.send(new StartRollout(rollout, spec, plan(spec)), AUTHOR);
    }
}
