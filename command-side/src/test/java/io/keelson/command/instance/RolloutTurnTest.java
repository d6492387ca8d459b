package io.keelson.command.instance;

import static io.keelson.command.Refusal.refusal;
import static io.keelson.command.instance.UpgradeCase.BY_ALICE;
import static io.keelson.command.instance.UpgradeCase.ID;
import static io.keelson.command.instance.UpgradeCase.OPERATION;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.instance.command.StartDueUpgrade;
import io.keelson.api.instance.command.StartRolloutUpgrade;
import io.keelson.api.instance.command.UpgradeAnswer;
import io.keelson.api.instance.command.UpgradeInstance;
import io.keelson.api.rollout.RolloutHold;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.version.VersionStatus;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.UpgradeFixtures;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutTurnTest {
    private static final RolloutId OLDER = RolloutFixtures.ROLLOUT_ID;
    private static final RolloutId YOUNGER = RolloutId.random();

    private final UpgradeCase upgrades = new UpgradeCase();

    @BeforeEach
    void belongsToTheOlderOne() {
        upgrades.directory.put(ID, new RolloutHold(OLDER, UpgradeFixtures.NEWER));
    }

    @Test
    void inItsTurnTheUpgradeBegins() {
        upgrades.active(UpgradeFixtures.policySet())
                .when(turn(OLDER), BY_ALICE)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, true))
                .expectEvents(UpgradeCase.upgradeBegun());
    }

    @Test
    void aTurnThatIsAskedForAgainAnswersTheSame() {
        FixtureConfiguration<Instance> fixture = upgrades.fixture();
        fixture.givenNoPriorActivity();
        upgrades.active(UpgradeFixtures.policySet())
                .andGivenCommands(turn(OLDER))
                .when(turn(OLDER), BY_ALICE)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, true))
                .expectNoEvents();
    }

    @Test
    void aYoungerRolloutWaits() {
        upgrades.active(UpgradeFixtures.policySet())
                .when(turn(YOUNGER), BY_ALICE)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, false))
                .expectNoEvents();
    }

    @Test
    void whatOnlyWaitsMayAskAgainWithTheSameOperation() {
        upgrades.active(UpgradeFixtures.policySet())
                .andGivenCommands(turn(YOUNGER))
                .when(turn(OLDER), BY_ALICE)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, true));
    }

    @Test
    void beforeItsTurnNothingIsUpgradedByItself() {
        upgrades.active(UpgradeFixtures.policySet())
                .when(new StartDueUpgrade(ID, OPERATION), BY_ALICE)
                .expectNoEvents();
        upgrades.active().when(new StartDueUpgrade(ID, OPERATION), BY_ALICE).expectNoEvents();
    }

    @Test
    void aPersonWhoNamesTheVersionNeedNotWait() {
        upgrades.active(UpgradeFixtures.policySet())
                .when(new UpgradeInstance(ID, OPERATION, UpgradeFixtures.NEWER, Set.of()), BY_ALICE)
                .expectResultMessagePayload(new UpgradeAnswer(OPERATION, true));
    }

    @Test
    void aWithdrawnReleaseIsNotStarted() {
        upgrades.directory.put(UpgradeFixtures.released(), VersionStatus.WITHDRAWN);
        upgrades.active(UpgradeFixtures.policySet())
                .when(turn(OLDER), BY_ALICE)
                .expectException(refusal(ErrorCode.UPGRADE_NOT_ELIGIBLE, "version"));
    }

    private static StartRolloutUpgrade turn(RolloutId rolloutId) {
        return new StartRolloutUpgrade(ID, OPERATION, rolloutId, UpgradeFixtures.NEWER, Set.of(), "alice");
    }
}
