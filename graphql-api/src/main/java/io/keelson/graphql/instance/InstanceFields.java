package io.keelson.graphql.instance;

import graphql.GraphQLContext;
import io.keelson.api.instance.Resources;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.tenant.query.GetTenants;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Fields of an instance that are not in its view: what it refers to, by one query for all instances, and units. */
@Controller
final class InstanceFields {
    private final Messages messages;

    InstanceFields(Messages messages) {
        this.messages = messages;
    }

    @BatchMapping(typeName = "Instance")
    Map<InstanceView, PartnerView> partner(List<InstanceView> instances, GraphQLContext graphQl) {
        return Relations.resolve(
                instances,
                InstanceView::partnerId,
                ids -> messages.askAll(new GetPartners(ids), PartnerView.class, Request.contextOf(graphQl)),
                PartnerView::id);
    }

    @BatchMapping(typeName = "Instance")
    Map<InstanceView, TenantView> tenant(List<InstanceView> instances, GraphQLContext graphQl) {
        return Relations.resolve(
                instances,
                InstanceView::tenantId,
                ids -> messages.askAll(new GetTenants(ids), TenantView.class, Request.contextOf(graphQl)),
                TenantView::id);
    }

    @BatchMapping(typeName = "Instance")
    Map<InstanceView, OperationView> activeOperation(List<InstanceView> instances, GraphQLContext graphQl) {
        return Relations.resolve(
                instances,
                InstanceView::activeOperationId,
                ids -> messages.askAll(new GetOperations(ids), OperationView.class, Request.contextOf(graphQl)),
                OperationView::id);
    }

    @SchemaMapping(typeName = "InstanceResources")
    String cpu(Resources resources) {
        return resources.cpuMillis() + "m";
    }

    @SchemaMapping(typeName = "InstanceResources")
    String memory(Resources resources) {
        return resources.memoryMegabytes() + "Mi";
    }

    @SchemaMapping(typeName = "InstanceResources")
    String storage(Resources resources) {
        return resources.storageMegabytes() + "Mi";
    }
}
