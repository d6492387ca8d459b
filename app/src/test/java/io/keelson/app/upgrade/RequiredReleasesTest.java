package io.keelson.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.command.ApproveUpgrade;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.upgrade.ChangeClass;
import io.keelson.api.upgrade.UpgradeProposal;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.command.RequireVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The look for due upgrades takes an instance over its required releases, one hop at a time. */
class RequiredReleasesTest {
    @Test
    void everyLookTakesOneHopAndAHopThatDidNotStayIsNotTakenAgainByItself() throws Exception {
        try (HistoryPlatform platform = new HistoryPlatform()) {
            HistoryShops shops = new HistoryShops(platform, new ComponentName("shop"));
            shops.release("1.0.0", VersionStatus.STABLE, false, false);
            for (String number : List.of("1.1.0", "1.2.0", "1.3.0", "1.4.0", "2.0.0")) {
                boolean required = number.equals("1.1.0") || number.equals("1.3.0");
                var id = shops.release(number, VersionStatus.STABLE, false, false);
                if (required) {
                    platform.send(new RequireVersion(id, true), "author");
                }
            }
            InstanceId willing = shops.open("willing", UpdatePolicy.AUTO_UPDATE);
            InstanceId asking = shops.open("asking", UpdatePolicy.MANUAL_APPROVAL);

            assertThat(hop(platform, shops, willing, true)).isEqualTo("1.1.0");
            assertThat(hop(platform, shops, willing, true)).isEqualTo("1.3.0");
            assertThat(hop(platform, shops, willing, true)).isEqualTo("1.4.0");
            assertThat(platform.look()).isZero();
            assertThat(proposal(platform, willing).target()).isEqualTo(new SemanticVersion("2.0.0"));
            assertThat(proposal(platform, willing).change()).isEqualTo(ChangeClass.MAJOR);

            assertThat(proposal(platform, asking).target()).isEqualTo(new SemanticVersion("1.1.0"));
            assertThat(proposal(platform, asking).change()).isEqualTo(ChangeClass.MINOR);
            platform.happened();
            platform.send(new ApproveUpgrade(asking, proposal(platform, asking).operationId()), "second person");
            assertThat(end(platform, shops, asking, false)).isEqualTo("1.1.0");
            assertThat(platform.look()).isZero();
            assertThat(platform.view(asking).upgrades().proposal())
                    .as("no way leads over what did not stay")
                    .isNull();
        }
    }

    private static String hop(HistoryPlatform platform, HistoryShops shops, InstanceId shop, boolean good) {
        platform.happened();
        assertThat(platform.look()).isEqualTo(1);
        assertThat(platform.look()).as("one at a time").isZero();
        return end(platform, shops, shop, good);
    }

    private static String end(HistoryPlatform platform, HistoryShops shops, InstanceId shop, boolean good) {
        InstanceOperationRequested begun = platform.happened().stream()
                .filter(InstanceOperationRequested.class::isInstance)
                .map(InstanceOperationRequested.class::cast)
                .filter(requested -> requested.instanceId().equals(shop))
                .findFirst()
                .orElseThrow();
        if (good) {
            shops.succeed(shop, begun.operationId());
        } else {
            shops.fail(shop, begun.operationId());
        }
        return begun.targetOrSame().version().value();
    }

    private static UpgradeProposal proposal(HistoryPlatform platform, InstanceId shop) {
        return platform.view(shop).upgrades().proposal();
    }
}
