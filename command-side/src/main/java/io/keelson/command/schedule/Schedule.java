package io.keelson.command.schedule;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.schedule.ScheduleDefinition;
import io.keelson.api.schedule.ScheduleId;
import io.keelson.api.schedule.ScheduleName;
import io.keelson.api.schedule.ScheduleOwner;
import io.keelson.api.schedule.command.BackfillSchedule;
import io.keelson.api.schedule.command.ChangeSchedule;
import io.keelson.api.schedule.command.CreateSchedule;
import io.keelson.api.schedule.command.DeleteSchedule;
import io.keelson.api.schedule.command.DisableSchedule;
import io.keelson.api.schedule.command.EnableSchedule;
import io.keelson.api.schedule.command.PauseSchedule;
import io.keelson.api.schedule.command.RunScheduleNow;
import io.keelson.api.schedule.event.ScheduleBackfillRequested;
import io.keelson.api.schedule.event.ScheduleChanged;
import io.keelson.api.schedule.event.ScheduleCreated;
import io.keelson.api.schedule.event.ScheduleDeleted;
import io.keelson.api.schedule.event.ScheduleDisabled;
import io.keelson.api.schedule.event.ScheduleEnabled;
import io.keelson.api.schedule.event.SchedulePaused;
import io.keelson.api.schedule.event.ScheduleRunRequested;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A rule by which jobs are made. It decides what the rule is; when it fires is the clock's business. */
@Aggregate(type = "schedule")
class Schedule {
    @AggregateIdentifier
    private ScheduleId scheduleId;

    private ScheduleOwner owner;
    private ScheduleDefinition definition;
    private boolean enabled;
    private boolean deleted;
    private @Nullable UUID latestRun;

    Schedule() {}

    /** Answers a repeated request like the first one. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    ScheduleId decide(CreateSchedule command, Claims claims, Directory directory, ScheduleChecks checks) {
        ScheduleOwner newOwner = command.owner();
        ScheduleDefinition newDefinition = command.definition();
        if (claims.claim(
                claimOf(newOwner, newDefinition.name()), command.scheduleId().toString())) {
            requireActive(newOwner, directory);
            checks.requireFires(newDefinition.timing());
            checks.requireRunnable(newDefinition.job());
            apply(new ScheduleCreated(command.scheduleId(), newOwner, newDefinition, command.enabled()));
        }
        return command.scheduleId();
    }

    @CommandHandler
    void decide(ChangeSchedule command, Claims claims, ScheduleChecks checks) {
        requireNotDeleted();
        ScheduleDefinition changed = command.change().applyTo(definition);
        if (changed.equals(definition)) {
            return;
        }
        if (!changed.timing().equals(definition.timing())) {
            checks.requireFires(changed.timing());
        }
        if (!changed.job().equals(definition.job())) {
            checks.requireRunnable(changed.job());
        }
        rename(changed.name(), claims);
        apply(new ScheduleChanged(scheduleId, changed));
    }

    @CommandHandler
    void decide(EnableSchedule command, ScheduleChecks checks) {
        requireNotDeleted();
        if (!enabled) {
            checks.requireFires(definition.timing());
            apply(new ScheduleEnabled(scheduleId));
        }
    }

    @CommandHandler
    void decide(DisableSchedule command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        requireNotDeleted();
        if (enabled) {
            apply(new ScheduleDisabled(scheduleId));
        }
    }

    @CommandHandler
    void decide(PauseSchedule command) {
        // Whoever changed or enabled it since has begun a new series of runs.
        if (enabled && !deleted && getVersion() == command.asOf()) {
            apply(new SchedulePaused(scheduleId, command.failures()));
        }
    }

    @CommandHandler
    void decide(RunScheduleNow command) {
        requireNotDeleted();
        if (!command.runId().equals(latestRun)) {
            apply(new ScheduleRunRequested(scheduleId, command.runId()));
        }
    }

    @CommandHandler
    void decide(
            BackfillSchedule command,
            ScheduleChecks checks,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        requireNotDeleted();
        checks.requireBackfill(definition.timing(), command.from(), command.to());
        apply(new ScheduleBackfillRequested(scheduleId, command.from(), command.to()));
    }

    @CommandHandler
    void decide(DeleteSchedule command, Claims claims, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (!deleted) {
            claims.release(claimOf(owner, definition.name()), scheduleId.toString());
            apply(new ScheduleDeleted(scheduleId));
        }
    }

    @EventSourcingHandler
    void evolve(ScheduleCreated event) {
        scheduleId = event.scheduleId();
        owner = event.owner();
        definition = event.definition();
        enabled = event.enabled();
    }

    @EventSourcingHandler
    void evolve(ScheduleChanged event) {
        definition = event.definition();
    }

    @EventSourcingHandler
    void evolve(ScheduleEnabled event) {
        enabled = true;
    }

    @EventSourcingHandler
    void evolve(ScheduleDisabled event) {
        enabled = false;
    }

    @EventSourcingHandler
    void evolve(SchedulePaused event) {
        enabled = false;
    }

    @EventSourcingHandler
    void evolve(ScheduleRunRequested event) {
        latestRun = event.runId();
    }

    @EventSourcingHandler
    void evolve(ScheduleDeleted event) {
        deleted = true;
    }

    private void rename(ScheduleName name, Claims claims) {
        ClaimKey before = claimOf(owner, definition.name());
        ClaimKey after = claimOf(owner, name);
        if (!after.equals(before)) {
            claims.claim(after, scheduleId.toString());
            claims.release(before, scheduleId.toString());
        }
    }

    private void requireNotDeleted() {
        if (deleted) {
            throw new RejectedException(
                    ErrorCode.WRONG_STATE,
                    "scheduleId",
                    "%s is deleted; nothing was changed. Make a new one.".formatted(scheduleId));
        }
    }

    private static void requireActive(ScheduleOwner owner, Directory directory) {
        if (owner.tenantId() != null) {
            var _ = directory.requireActive(owner.tenantId());
        }
    }

    private static ClaimKey claimOf(ScheduleOwner owner, ScheduleName name) {
        return new ClaimKey(ClaimKind.SCHEDULE_NAME, owner.nameSpace() + "/" + name);
    }
}
