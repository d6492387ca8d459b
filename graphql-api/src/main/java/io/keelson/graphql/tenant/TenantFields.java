package io.keelson.graphql.tenant;

import graphql.GraphQLContext;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.owner.query.OwnedCount;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.suspension.query.GetSuspensions;
import io.keelson.api.suspension.query.SuspensionView;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.owner.OwnedCounts;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** Fields of a tenant that are not in its view, by one query for all tenants. */
@Controller
final class TenantFields {
    private final Messages messages;

    TenantFields(Messages messages) {
        this.messages = messages;
    }

    @BatchMapping(typeName = "Tenant")
    Map<TenantView, PartnerView> partner(List<TenantView> tenants, GraphQLContext graphQl) {
        return Relations.resolve(
                tenants,
                TenantView::partnerId,
                ids -> messages.askAll(new GetPartners(ids), PartnerView.class, Request.contextOf(graphQl)),
                PartnerView::id);
    }

    @BatchMapping(typeName = "Tenant")
    Map<TenantView, SuspensionView> suspension(List<TenantView> tenants, GraphQLContext graphQl) {
        return Relations.resolve(
                tenants,
                TenantView::suspensionId,
                ids -> messages.askAll(new GetSuspensions(ids), SuspensionView.class, Request.contextOf(graphQl)),
                SuspensionView::id);
    }

    @BatchMapping(typeName = "Tenant")
    Map<TenantView, Long> instanceCount(List<TenantView> tenants, GraphQLContext graphQl) {
        return OwnedCounts.of(messages, Request.contextOf(graphQl))
                .resolve(tenants, tenant -> OwnerId.of(tenant.id()), OwnedCount::liveInstances);
    }
}
