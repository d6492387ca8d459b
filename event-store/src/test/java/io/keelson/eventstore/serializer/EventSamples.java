package io.keelson.eventstore.serializer;

import static io.keelson.fixture.InstanceFixtures.OPERATION_ID;
import static io.keelson.fixture.OperationFixtures.attempt;

import io.keelson.api.instance.InstanceHealth;
import io.keelson.api.instance.event.InstanceOperationRetried;
import io.keelson.api.instance.event.TerminationConfirmed;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobState;
import io.keelson.api.job.event.JobCancellationRequested;
import io.keelson.api.job.event.JobDiscarded;
import io.keelson.api.job.event.JobPriorityChanged;
import io.keelson.api.job.event.JobResumed;
import io.keelson.api.job.event.JobRetried;
import io.keelson.api.job.event.JobSuspended;
import io.keelson.api.job.event.QueueConfigured;
import io.keelson.api.job.event.QueuePaused;
import io.keelson.api.job.event.QueueResumed;
import io.keelson.api.operation.OperationKind;
import io.keelson.api.operation.OperationState;
import io.keelson.api.operation.PlannedStep;
import io.keelson.api.operation.StepAction;
import io.keelson.api.operation.StepName;
import io.keelson.api.operation.StepUndo;
import io.keelson.api.operation.event.OperationCancellationRequested;
import io.keelson.api.operation.event.OperationFinished;
import io.keelson.api.operation.event.OperationRetried;
import io.keelson.api.operation.event.RollbackStarted;
import io.keelson.api.operation.event.StepCompensated;
import io.keelson.api.operation.event.StepFailed;
import io.keelson.api.operation.event.StepSkipped;
import io.keelson.api.operation.event.StepSucceeded;
import io.keelson.api.partner.event.PartnerResumed;
import io.keelson.api.partner.event.PartnerSuspended;
import io.keelson.api.rollout.MemberOutcome;
import io.keelson.api.schedule.IntervalTiming;
import io.keelson.api.schedule.event.ScheduleBackfillRequested;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.api.schedule.event.ScheduleDisabled;
import io.keelson.api.schedule.event.ScheduleEnabled;
import io.keelson.api.schedule.event.SchedulePaused;
import io.keelson.api.schedule.event.ScheduleRunRequested;
import io.keelson.api.version.SecurityDates;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.event.SecurityDatesSet;
import io.keelson.api.version.event.VersionRequirementChanged;
import io.keelson.api.version.event.VersionStatusChanged;
import io.keelson.api.version.event.VersionWithdrawn;
import io.keelson.fixture.InstanceFixtures;
import io.keelson.fixture.JobFixtures;
import io.keelson.fixture.OperationFixtures;
import io.keelson.fixture.PartnerFixtures;
import io.keelson.fixture.RolloutFixtures;
import io.keelson.fixture.ScheduleFixtures;
import io.keelson.fixture.SettingFixtures;
import io.keelson.fixture.SuspensionFixtures;
import io.keelson.fixture.TenantFixtures;
import io.keelson.fixture.UpgradeFixtures;
import io.keelson.fixture.VersionFixtures;
import io.keelson.fixture.WorkerFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One event of every type, as it is made today. */
final class EventSamples {
    static final List<Object> ALL = List.of(
            PartnerFixtures.partnerRegistered(),
            PartnerFixtures.partnerUpdated(),
            new PartnerSuspended(PartnerFixtures.PARTNER_ID, null),
            new PartnerResumed(PartnerFixtures.PARTNER_ID, null),
            PartnerFixtures.partnerDeleted(),
            TenantFixtures.tenantRegistered(),
            TenantFixtures.tenantUpdated(),
            TenantFixtures.tenantSuspended(),
            TenantFixtures.tenantResumed(),
            TenantFixtures.tenantDeleted(),
            SuspensionFixtures.started(),
            SuspensionFixtures.listed(),
            SuspensionFixtures.lifted(),
            SuspensionFixtures.released(),
            SuspensionFixtures.holdPlaced(),
            SuspensionFixtures.holdStopped(),
            SuspensionFixtures.holdReleased(),
            VersionFixtures.versionReleased(),
            new VersionWithdrawn(VersionFixtures.VERSION_ID),
            new VersionStatusChanged(VersionFixtures.VERSION_ID, VersionStatus.BETA, VersionStatus.STABLE),
            new VersionRequirementChanged(VersionFixtures.VERSION_ID, true),
            new SecurityDatesSet(
                    VersionFixtures.VERSION_ID,
                    new SecurityDates(
                            Instant.parse("2026-03-01T00:00:00Z"), null, Instant.parse("2026-03-15T00:00:00Z"))),
            UpgradeFixtures.promoted(),
            UpgradeFixtures.demoted(),
            InstanceFixtures.provisioningRequested(),
            InstanceFixtures.activated(),
            InstanceFixtures.provisioningFailed(),
            InstanceFixtures.terminationRequested(),
            InstanceFixtures.terminated(),
            InstanceFixtures.terminationFailed(),
            InstanceFixtures.requested(OperationKind.SUSPEND),
            InstanceFixtures.operationFailed(),
            new InstanceOperationRetried(InstanceFixtures.INSTANCE_ID, InstanceFixtures.LIVING_ID),
            InstanceFixtures.suspended(),
            InstanceFixtures.resumed(),
            InstanceFixtures.backedUp(),
            InstanceFixtures.restored(),
            InstanceFixtures.configured(),
            InstanceFixtures.scaled(),
            InstanceFixtures.migrated(),
            InstanceFixtures.dataTransferApproved(),
            InstanceFixtures.maintenanceSwitched(true),
            InstanceFixtures.tagged(),
            InstanceFixtures.deletionProtectionSwitched(true),
            new TerminationConfirmed(InstanceFixtures.INSTANCE_ID, OPERATION_ID, "local-operator"),
            InstanceFixtures.healthChanged(InstanceHealth.HEALTHY, InstanceHealth.UNHEALTHY),
            InstanceFixtures.restarted(true),
            InstanceFixtures.reconciled(),
            InstanceFixtures.driftChanged(),
            UpgradeFixtures.policySet(),
            UpgradeFixtures.channelSet(),
            UpgradeFixtures.pinned(),
            UpgradeFixtures.windowsSet(),
            UpgradeFixtures.proposed(),
            UpgradeFixtures.approved("bob"),
            UpgradeFixtures.rejected(),
            UpgradeFixtures.instanceUpgraded(),
            UpgradeFixtures.instanceRolledBack(),
            RolloutFixtures.started(),
            RolloutFixtures.listed(),
            RolloutFixtures.gateReached(),
            RolloutFixtures.gateApproved(),
            RolloutFixtures.stageOpened(0),
            RolloutFixtures.memberStarted(RolloutFixtures.CANARY),
            RolloutFixtures.memberProposed(RolloutFixtures.CANARY),
            RolloutFixtures.memberDeferred(RolloutFixtures.CANARY),
            RolloutFixtures.memberEnded(RolloutFixtures.CANARY, MemberOutcome.SUCCEEDED, ""),
            RolloutFixtures.soakStarted(),
            RolloutFixtures.stageCompleted(0),
            RolloutFixtures.stopped(0),
            RolloutFixtures.paused(),
            RolloutFixtures.resumed(),
            RolloutFixtures.restarted(true),
            RolloutFixtures.aborted(),
            RolloutFixtures.completed(),
            OperationFixtures.started(),
            OperationFixtures.stepStarted(attempt(StepName.COMPUTE, 1)),
            new StepSucceeded(
                    OPERATION_ID,
                    attempt(StepName.DATABASE, 2),
                    "Database ready.",
                    Map.of("name", "keelson_4", "host", "127.0.0.1", "port", "5432")),
            new StepSkipped(OPERATION_ID, attempt(StepName.VALIDATE, 1), "Nothing to check."),
            new StepFailed(OPERATION_ID, attempt(StepName.COMPUTE, 1), InstanceFixtures.RETRYABLE_ERROR),
            new RollbackStarted(OPERATION_ID, InstanceFixtures.FINAL_ERROR),
            new StepCompensated(OPERATION_ID, OperationFixtures.removal(StepName.COMPUTE, 2), "Directory removed."),
            new OperationCancellationRequested(OPERATION_ID),
            new OperationRetried(
                    OPERATION_ID,
                    InstanceFixtures.blueprint(),
                    null,
                    Map.of(),
                    List.of(new PlannedStep(StepName.STOP, StepAction.REMOVE, StepUndo.NO_RETURN)),
                    Map.of(StepName.STOP, 2),
                    InstanceFixtures.FINAL_ERROR),
            new OperationFinished(OPERATION_ID, OperationState.SUCCEEDED, "The instance is ready."),
            ScheduleFixtures.created(),
            ScheduleFixtures.changed(new IntervalTiming(Duration.ofMinutes(15), IntervalTiming.DEFAULT_ANCHOR)),
            new ScheduleEnabled(ScheduleFixtures.SCHEDULE_ID),
            new ScheduleDisabled(ScheduleFixtures.SCHEDULE_ID),
            new SchedulePaused(ScheduleFixtures.SCHEDULE_ID, 3),
            new ScheduleRunRequested(
                    ScheduleFixtures.SCHEDULE_ID, UUID.fromString("00000000-0000-4000-8000-000000000031")),
            new ScheduleBackfillRequested(
                    ScheduleFixtures.SCHEDULE_ID,
                    Instant.parse("2026-03-01T00:00:00Z"),
                    Instant.parse("2026-03-02T00:00:00Z")),
            new ScheduleDeleted(ScheduleFixtures.SCHEDULE_ID),
            WorkerFixtures.drainRequested(),
            WorkerFixtures.resumed(),
            JobFixtures.submitted(),
            new JobCancellationRequested(JobFixtures.JOB_ID, JobState.ACTIVE),
            new JobRetried(JobFixtures.JOB_ID, JobState.FAILED),
            new JobDiscarded(JobFixtures.JOB_ID, JobFixtures.TYPE, JobFixtures.QUEUE),
            new JobPriorityChanged(JobFixtures.JOB_ID, JobFixtures.PRIORITY, new JobPriority(9)),
            new JobSuspended(JobFixtures.JOB_ID, JobState.PENDING),
            new JobResumed(JobFixtures.JOB_ID),
            JobFixtures.batchSubmitted(),
            new QueuePaused(JobFixtures.QUEUE),
            new QueueResumed(JobFixtures.QUEUE),
            new QueueConfigured(JobFixtures.QUEUE, 16, 4),
            SettingFixtures.plansChanged(500, 750));

    private EventSamples() {}
}
