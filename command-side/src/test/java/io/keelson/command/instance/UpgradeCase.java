package io.keelson.command.instance;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.event.InstanceOperationRequested;
import io.keelson.api.operation.OperationId;
import io.keelson.api.operation.OperationKind;
import io.keelson.command.claim.InMemoryClaims;
import io.keelson.command.directory.InMemoryDirectory;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.UpgradeFixtures;
import io.keelson.fixture.VersionFixtures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;

/** An instance of {@code storefront 1.0.0}, which 1.1.0 exists of, for tests of its upgrades. */
final class UpgradeCase {
    static final InstanceId ID = InstanceFixtures.INSTANCE_ID;
    static final OperationId OPERATION = InstanceFixtures.LIVING_ID;
    /** A Wednesday at noon, outside of the window of the fixtures. */
    static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    static final Map<String, String> BY_ALICE =
            Map.of(RequestContext.ACTOR_ID, "alice", RequestContext.REASON, "The customer waits for it");
    static final Map<String, String> BY_BOB =
            Map.of(RequestContext.ACTOR_ID, "bob", RequestContext.REASON, "The customer waits for it");

    final InMemoryDirectory directory = new InMemoryDirectory();
    final UpgradeDecider decider = new UpgradeDecider(directory, Clock.fixed(NOW, ZoneOffset.UTC));

    UpgradeCase() {
        directory.put(VersionFixtures.versionReleased());
        directory.put(UpgradeFixtures.released());
    }

    FixtureConfiguration<Instance> fixture() {
        return new AggregateTestFixture<>(Instance.class)
                .registerInjectableResource(new InMemoryClaims())
                .registerInjectableResource(BackupRetention.DEFAULT)
                .registerInjectableResource(UpgradeWatch.DEFAULT)
                .registerInjectableResource(directory)
                .registerInjectableResource(decider)
                .registerInjectableResource(new UpgradeStart(decider, BackupRetention.DEFAULT, UpgradeWatch.DEFAULT));
    }

    TestExecutor<Instance> active(Object... further) {
        List<Object> events =
                new ArrayList<>(List.of(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated()));
        events.addAll(List.of(further));
        return fixture().given(events);
    }

    static InstanceOperationRequested begun(
            OperationKind kind, InstanceBlueprint target, Map<String, String> parameters) {
        return new InstanceOperationRequested(
                ID,
                OPERATION,
                kind,
                kind == OperationKind.UPGRADE ? InstanceFixtures.blueprint() : UpgradeFixtures.upgraded(),
                target,
                parameters);
    }

    static InstanceOperationRequested upgradeBegun() {
        UUID backup = UUID.nameUUIDFromBytes(("upgrade-backup:" + OPERATION).getBytes(StandardCharsets.UTF_8));
        return begun(
                OperationKind.UPGRADE,
                UpgradeFixtures.upgraded(),
                Map.of("backupId", backup.toString(), "keepBackups", "7", "watchSeconds", "3"));
    }
}
