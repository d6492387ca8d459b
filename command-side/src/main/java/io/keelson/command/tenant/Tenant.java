package io.keelson.command.tenant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.TenantName;
import io.keelson.api.tenant.TenantProfile;
import io.keelson.api.tenant.TenantStatus;
import io.keelson.api.tenant.command.DeleteTenant;
import io.keelson.api.tenant.command.RegisterTenant;
import io.keelson.api.tenant.command.ResumeTenant;
import io.keelson.api.tenant.command.SuspendTenant;
import io.keelson.api.tenant.command.UpdateTenant;
import io.keelson.api.tenant.event.TenantDeleted;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.api.tenant.event.TenantResumed;
import io.keelson.api.tenant.event.TenantSuspended;
import io.keelson.api.tenant.event.TenantUpdated;
import io.keelson.api.tenant.residency.Residency;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.ResidencyRule;
import io.keelson.command.directory.StillInUse;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An end customer of a partner. */
@Aggregate(type = "tenant")
class Tenant {
    @AggregateIdentifier
    private TenantId tenantId;

    private PartnerId partnerId;
    private TenantName name;
    private @Nullable TenantProfile profile;
    private @Nullable Residency residency;
    private TenantStatus status;
    private @Nullable SuspensionId suspensionId;

    Tenant() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    TenantId decide(RegisterTenant command, Claims claims, Directory directory) {
        ClaimKey claim = claimOf(command.partnerId(), command.name());
        if (claims.claim(claim, command.tenantId().toString())) {
            directory.requireActive(command.partnerId());
            apply(new TenantRegistered(
                    command.tenantId(), command.partnerId(), command.name(), command.profile(), command.residency()));
        }
        return command.tenantId();
    }

    @CommandHandler
    void decide(UpdateTenant command, Claims claims, Directory directory) {
        requireNotDeleted();
        TenantName newName = command.name() == null ? name : command.name();
        TenantProfile newProfile = command.profile() == null ? profile : command.profile();
        Residency newResidency = residencyAfter(command);
        if (newName.equals(name) && Objects.equals(newProfile, profile) && Objects.equals(newResidency, residency)) {
            return;
        }
        if (newResidency != null && !newResidency.equals(residency)) {
            ResidencyRule.requireKept(newResidency, tenantId, directory);
        }
        ClaimKey claim = claimOf(partnerId, newName);
        claims.claim(claim, tenantId.toString());
        if (!claim.equals(claimOf(partnerId, name))) {
            claims.release(claimOf(partnerId, name), tenantId.toString());
        }
        apply(new TenantUpdated(tenantId, newName, newProfile, newResidency));
    }

    @CommandHandler
    void decide(SuspendTenant command, @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        requireNotDeleted();
        if (status != TenantStatus.SUSPENDED) {
            apply(new TenantSuspended(tenantId, command.suspensionId()));
        }
    }

    @CommandHandler
    void decide(ResumeTenant command, Directory directory) {
        requireNotDeleted();
        if (status == TenantStatus.SUSPENDED && suspensionId != null) {
            directory.requireActive(partnerId);
            apply(new TenantResumed(tenantId, suspensionId));
        }
    }

    @CommandHandler
    void decide(
            DeleteTenant command,
            Claims claims,
            Directory directory,
            @MetaDataValue(RequestContext.REASON) @Nullable String reason) {
        Reason.require(reason);
        if (status != TenantStatus.DELETED) {
            StillInUse.refuse(directory, tenantId);
            claims.release(claimOf(partnerId, name), tenantId.toString());
            apply(new TenantDeleted(tenantId));
        }
    }

    @EventSourcingHandler
    void evolve(TenantRegistered event) {
        tenantId = event.tenantId();
        partnerId = event.partnerId();
        name = event.name();
        profile = event.profile();
        residency = event.residency();
        status = TenantStatus.ACTIVE;
    }

    @EventSourcingHandler
    void evolve(TenantUpdated event) {
        name = event.name();
        profile = event.profile();
        residency = event.residency();
    }

    @EventSourcingHandler
    void evolve(TenantSuspended event) {
        status = TenantStatus.SUSPENDED;
        suspensionId = event.suspensionId();
    }

    @EventSourcingHandler
    void evolve(TenantResumed event) {
        status = TenantStatus.ACTIVE;
        suspensionId = null;
    }

    @EventSourcingHandler
    void evolve(TenantDeleted event) {
        status = TenantStatus.DELETED;
    }

    private @Nullable Residency residencyAfter(UpdateTenant command) {
        if (command.anywhere()) {
            return null;
        }
        return command.residency() == null ? residency : command.residency();
    }

    private void requireNotDeleted() {
        if (status == TenantStatus.DELETED) {
            throw new RejectedException(
                    ErrorCode.WRONG_STATE,
                    "tenantId",
                    "%s is deleted; nothing of it can be changed any more.".formatted(tenantId));
        }
    }

    private static ClaimKey claimOf(PartnerId partnerId, TenantName name) {
        return new ClaimKey(ClaimKind.TENANT_NAME, partnerId + "/" + name);
    }
}
