package io.keelson.graphql.tenant;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.tenant.TenantId;
import io.keelson.api.tenant.query.FindTenants;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantFilter;
import io.keelson.api.tenant.query.TenantOrder;
import io.keelson.api.tenant.query.TenantPage;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Reads tenants. */
@Controller
final class TenantQueries {
    private final Messages messages;

    TenantQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    TenantView tenant(@Argument String id, DataFetchingEnvironment environment) {
        TenantId tenantId = InputField.read("id", id, TenantId::parse);
        RequestContext context = Request.of(environment).context();
        return messages.askOne(new GetTenants(List.of(tenantId)), TenantView.class, context);
    }

    @QueryMapping
    Connection<TenantView> tenants(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable TenantFilterInput filter,
            @Argument @Nullable TenantOrder orderBy,
            DataFetchingEnvironment environment) {
        FindTenants query = new FindTenants(
                filter == null ? TenantFilter.ALL : filter.toFilter(),
                Objects.requireNonNullElse(orderBy, TenantOrder.DEFAULT),
                Pages.of(first, after));
        TenantPage page =
                messages.ask(query, TenantPage.class, Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }
}
