package io.keelson.query.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.api.backup.BackupId;
import io.keelson.api.instance.InstanceBlueprint;
import io.keelson.api.instance.InstanceCondition;
import io.keelson.api.instance.InstanceConfiguration;
import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.InstanceTag;
import io.keelson.api.instance.Resources;
import io.keelson.api.instance.SuspensionCause;
import io.keelson.api.instance.UpdatePolicy;
import io.keelson.api.instance.event.InstanceBackedUp;
import io.keelson.api.instance.event.InstanceProvisioningRequested;
import io.keelson.api.instance.event.InstanceScaled;
import io.keelson.api.instance.event.InstanceTagged;
import io.keelson.api.instance.event.InstanceTerminationFailed;
import io.keelson.api.instance.query.BackupView;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.upgrade.UpgradeSettings;
import io.keelson.api.upgrade.UpgradeStanding;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.query.Events;
import io.keelson.query.ReadModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceProjectionTest {
    private final ReadModel model = ReadModel.empty();

    @Test
    void aRequestedInstanceShowsItsBlueprintAndTheOperationThatBuildsIt() {
        model.tell(InstanceFixtures.provisioningRequested());

        InstanceBlueprint blueprint = InstanceFixtures.blueprint();
        assertThat(instance())
                .isEqualTo(new InstanceView(
                        InstanceFixtures.INSTANCE_ID,
                        blueprint.name(),
                        blueprint.type(),
                        InstanceStatus.PROVISIONING,
                        blueprint.versionId(),
                        blueprint.component(),
                        blueprint.version(),
                        blueprint.driver(),
                        null,
                        InstanceHealth.UNKNOWN,
                        UpgradeStanding.of(UpgradeSettings.of(UpdatePolicy.MANUAL_APPROVAL)),
                        blueprint.configuration(),
                        blueprint.resources(),
                        blueprint.partnerId(),
                        blueprint.tenantId(),
                        InstanceFixtures.OPERATION_ID,
                        null,
                        InstanceCondition.NORMAL,
                        List.of(),
                        List.of(),
                        Events.AT,
                        Events.AT,
                        "keelson"));
    }

    @Test
    void tagsAreShownAndTakenAway() {
        model.tell(InstanceFixtures.provisioningRequested());
        model.tell(InstanceFixtures.tagged());
        assertThat(instance().tags()).extracting(InstanceTag::value).containsExactly("env:test", "europe");

        model.tell(new InstanceTagged(InstanceFixtures.INSTANCE_ID, InstanceFixtures.OPERATION_ID, List.of()));
        assertThat(instance().tags()).isEmpty();
    }

    @Test
    void aMovedInstanceShowsItsNewPlace() {
        model.tell(InstanceFixtures.provisioningRequested());
        model.tell(InstanceFixtures.activated());
        model.tell(InstanceFixtures.requested(OperationKind.MIGRATE));
        model.tell(InstanceFixtures.dataTransferApproved());
        model.tell(InstanceFixtures.migrated());

        assertThat(instance().configuration().region()).isEqualTo("ng-lagos-1");
        assertThat(instance().activeOperationId()).isNull();
    }

    @Test
    void configurationAndMissingOwnersAreReadBackAsTheyWere() {
        InstanceBlueprint plain = InstanceFixtures.blueprint();
        InstanceConfiguration configuration = new InstanceConfiguration(
                "eu-1",
                List.of("eu-1", "eu-2"),
                List.of("shop"),
                List.of("search"),
                "shop.example.com",
                true,
                Map.of("limit", 5, "nested", Map.of("list", List.of("a", true, 1.5)), "text", "ä\"'\\"));
        model.tell(new InstanceProvisioningRequested(
                InstanceFixtures.INSTANCE_ID,
                InstanceFixtures.OPERATION_ID,
                UpdatePolicy.FROZEN,
                new InstanceBlueprint(
                        plain.instanceId(),
                        plain.name(),
                        plain.type(),
                        null,
                        null,
                        plain.versionId(),
                        plain.component(),
                        plain.version(),
                        plain.driver(),
                        configuration,
                        plain.resources(),
                        plain.artifacts())));

        assertThat(instance().configuration()).isEqualTo(configuration);
        assertThat(instance().partnerId()).isNull();
        assertThat(instance().tenantId()).isNull();
    }

    @Test
    void anActivatedInstanceServesAndIsHealthyAndIdle() {
        model.tell(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated());

        InstanceView instance = instance();
        assertThat(instance.status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(instance.url()).isEqualTo(InstanceFixtures.URL);
        assertThat(instance.health()).isEqualTo(InstanceHealth.HEALTHY);
        assertThat(instance.activeOperationId()).isNull();
        assertThat(instance.updatedAt()).isEqualTo(Events.AT.plusSeconds(1));
    }

    @Test
    void aFailedProvisioningLeavesItsError() {
        model.tell(InstanceFixtures.provisioningRequested(), InstanceFixtures.provisioningFailed());

        InstanceView instance = instance();
        assertThat(instance.status()).isEqualTo(InstanceStatus.FAILED);
        assertThat(instance.lastError()).isEqualTo(InstanceFixtures.FINAL_ERROR);
        assertThat(instance.activeOperationId()).isNull();
        assertThat(instance.health()).isEqualTo(InstanceHealth.UNKNOWN);
    }

    @Test
    void aTerminatingInstanceServesNoMore() {
        model.tell(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated());
        model.tell(InstanceFixtures.terminationRequested());

        InstanceView instance = instance();
        assertThat(instance.status()).isEqualTo(InstanceStatus.TERMINATING);
        assertThat(instance.activeOperationId()).isEqualTo(InstanceFixtures.TERMINATION_ID);
        assertThat(instance.url()).isNull();
        assertThat(instance.health()).isEqualTo(InstanceHealth.UNKNOWN);
    }

    @Test
    void aFailedTerminationCanBeFollowedByOneThatSucceeds() {
        model.tell(
                InstanceFixtures.provisioningRequested(),
                InstanceFixtures.activated(),
                InstanceFixtures.terminationRequested(),
                InstanceFixtures.terminationFailed());
        assertThat(instance().status()).isEqualTo(InstanceStatus.FAILED);
        assertThat(instance().lastError()).isEqualTo(InstanceFixtures.FINAL_ERROR);

        model.tell(InstanceFixtures.terminationRequested(), InstanceFixtures.terminated());
        assertThat(instance().status()).isEqualTo(InstanceStatus.TERMINATED);
        assertThat(instance().lastError()).isNull();
        assertThat(instance().activeOperationId()).isNull();
    }

    private InstanceView instance() {
        return model.askList(new GetInstances(List.of(InstanceFixtures.INSTANCE_ID)), InstanceView.class)
                .getFirst();
    }

    @Test
    void aTerminationThatTouchedNothingLeavesTheInstanceServing() {
        model.tell(
                InstanceFixtures.provisioningRequested(),
                InstanceFixtures.activated(),
                InstanceFixtures.terminationRequested(),
                new InstanceTerminationFailed(
                        InstanceFixtures.INSTANCE_ID,
                        InstanceFixtures.TERMINATION_ID,
                        InstanceFixtures.FINAL_ERROR,
                        true));

        assertThat(instance().status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(instance().url()).isEqualTo(InstanceFixtures.URL);
        assertThat(instance().lastError()).isEqualTo(InstanceFixtures.FINAL_ERROR);
        assertThat(instance().activeOperationId()).isNull();
    }

    @Test
    void aSuspendedInstanceSaysWhyAndServesAgainWhenItIsResumed() {
        model.tell(
                InstanceFixtures.provisioningRequested(),
                InstanceFixtures.activated(),
                InstanceFixtures.requested(OperationKind.SUSPEND));
        assertThat(instance().activeOperationId()).isEqualTo(InstanceFixtures.LIVING_ID);
        assertThat(instance().url()).isEqualTo(InstanceFixtures.URL);

        model.tell(InstanceFixtures.suspended());
        assertThat(instance().status()).isEqualTo(InstanceStatus.SUSPENDED);
        assertThat(instance().condition().suspension()).isEqualTo(SuspensionCause.PERSON);
        assertThat(instance().url()).isNull();

        model.tell(InstanceFixtures.resumed());
        assertThat(instance().status()).isEqualTo(InstanceStatus.ACTIVE);
        assertThat(instance().condition()).isEqualTo(InstanceCondition.NORMAL);
        assertThat(instance().url()).isEqualTo(InstanceFixtures.URL);
    }

    @Test
    void backupsAreListedNewestFirstUntilTheyExpire() {
        InstanceBackedUp first = InstanceFixtures.backedUp();
        InstanceBackedUp second = new InstanceBackedUp(
                InstanceFixtures.INSTANCE_ID,
                InstanceFixtures.LIVING_ID,
                BackupId.random(),
                first.facts(),
                first.blueprint(),
                List.of());
        InstanceBackedUp third = new InstanceBackedUp(
                InstanceFixtures.INSTANCE_ID,
                InstanceFixtures.LIVING_ID,
                BackupId.random(),
                first.facts(),
                first.blueprint(),
                List.of(first.backupId()));
        model.tell(InstanceFixtures.provisioningRequested(), InstanceFixtures.activated(), first, second, third);

        assertThat(instance().backups())
                .extracting(BackupView::id)
                .containsExactly(third.backupId(), second.backupId());
    }

    @Test
    void theLastWordOnConfigurationResourcesAndMaintenanceIsShown() {
        Resources scaled = new Resources(500, 256, 512);
        model.tell(
                InstanceFixtures.provisioningRequested(),
                InstanceFixtures.activated(),
                new InstanceScaled(InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID, scaled),
                InstanceFixtures.configured(),
                InstanceFixtures.maintenanceSwitched(true),
                InstanceFixtures.deletionProtectionSwitched(true));

        assertThat(instance().resources()).isEqualTo(scaled);
        assertThat(instance().condition()).isEqualTo(new InstanceCondition(null, true, true, false));
        assertThat(instance().status()).isEqualTo(InstanceStatus.ACTIVE);
    }
}
