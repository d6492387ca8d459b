package io.keelson.graphql.tenant;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.command.RegisterTenant;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Registers tenants. Rejected with PARTNER_NOT_FOUND, PARTNER_SUSPENDED or NAME_TAKEN. */
@Controller
final class TenantMutations {
    private final Messages messages;
    private final Changes changes;

    TenantMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    TenantPayload registerTenant(@Argument RegisterTenantInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment);
        RegisterTenant command = input.toCommand(new TenantId(request.newId("tenant")));
        TenantId id = command.tenantId();
        TenantView tenant = changes.create(
                request,
                command,
                Changed.of("tenantId", id),
                () -> messages.askOne(new GetTenants(List.of(id)), TenantView.class, request.context()));
        return new TenantPayload(tenant);
    }
}
