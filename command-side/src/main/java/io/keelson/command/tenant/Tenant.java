package io.keelson.command.tenant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.command.RegisterTenant;
import io.keelson.api.tenant.event.TenantRegistered;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** An end customer of a partner. */
@Aggregate(type = "tenant")
class Tenant {
    // Axon reads it.
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private TenantId tenantId;

    Tenant() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    TenantId decide(RegisterTenant command, Claims claims, Directory directory) {
        ClaimKey name = new ClaimKey(ClaimKind.TENANT_NAME, command.partnerId() + "/" + command.name());
        if (claims.claim(name, command.tenantId().toString())) {
            directory.requireActive(command.partnerId());
            apply(new TenantRegistered(command.tenantId(), command.partnerId(), command.name()));
        }
        return command.tenantId();
    }

    @EventSourcingHandler
    void evolve(TenantRegistered event) {
        tenantId = event.tenantId();
    }
}
