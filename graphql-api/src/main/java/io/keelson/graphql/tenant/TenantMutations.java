package io.keelson.graphql.tenant;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.command.DeleteTenant;
import io.keelson.api.tenant.command.RegisterTenant;
import io.keelson.api.tenant.command.ResumeTenant;
import io.keelson.api.tenant.command.SuspendTenant;
import io.keelson.api.tenant.command.TenantCommand;
import io.keelson.api.tenant.command.UpdateTenant;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Registers, changes, suspends, resumes and deletes tenants. Rejected with the codes of the commands. */
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
        return new TenantPayload(changes.create(request, command, Changed.of("tenantId", id), read(id, request)));
    }

    @MutationMapping
    TenantPayload updateTenant(@Argument UpdateTenantInput input, DataFetchingEnvironment environment) {
        UpdateTenant command = input.toCommand();
        return change(command.tenantId(), command, Request.of(environment));
    }

    @MutationMapping
    TenantPayload suspendTenant(@Argument SuspendTenantInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        TenantId id = TenantId.parse(input.tenantId());
        return change(id, new SuspendTenant(id, new SuspensionId(request.newId("suspension"))), request);
    }

    @MutationMapping
    TenantPayload resumeTenant(@Argument ResumeTenantInput input, DataFetchingEnvironment environment) {
        Request plain = Request.of(environment);
        Request request = input.reason() == null ? plain : plain.withReason(input.reason());
        TenantId id = TenantId.parse(input.tenantId());
        return change(id, new ResumeTenant(id), request);
    }

    @MutationMapping
    TenantPayload deleteTenant(@Argument DeleteTenantInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        TenantId id = TenantId.parse(input.tenantId());
        return change(id, new DeleteTenant(id), request);
    }

    private TenantPayload change(TenantId id, TenantCommand command, Request request) {
        messages.send(command, request.context());
        return new TenantPayload(changes.await(request, Changed.of("tenantId", id), read(id, request)));
    }

    private Supplier<@Nullable TenantView> read(TenantId id, Request request) {
        return () -> messages.askOne(new GetTenants(List.of(id)), TenantView.class, request.context());
    }
}
