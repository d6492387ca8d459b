package io.keelson.graphql.partner;

import graphql.GraphQLContext;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.owner.query.OwnedCount;
import io.keelson.api.partner.query.PartnerView;
import io.keelson.api.suspension.query.GetSuspensions;
import io.keelson.api.suspension.query.SuspensionView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.owner.OwnedCounts;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.stereotype.Controller;

/** Fields of a partner that are not in its view, by one query for all partners. */
@Controller
final class PartnerFields {
    private final Messages messages;

    PartnerFields(Messages messages) {
        this.messages = messages;
    }

    @BatchMapping(typeName = "Partner")
    Map<PartnerView, SuspensionView> suspension(List<PartnerView> partners, GraphQLContext graphQl) {
        return Relations.resolve(
                partners,
                PartnerView::suspensionId,
                ids -> messages.askAll(new GetSuspensions(ids), SuspensionView.class, Request.contextOf(graphQl)),
                SuspensionView::id);
    }

    @BatchMapping(typeName = "Partner")
    Map<PartnerView, Long> tenantCount(List<PartnerView> partners, GraphQLContext graphQl) {
        return count(partners, OwnedCount::tenants, graphQl);
    }

    @BatchMapping(typeName = "Partner")
    Map<PartnerView, Long> instanceCount(List<PartnerView> partners, GraphQLContext graphQl) {
        return count(partners, OwnedCount::liveInstances, graphQl);
    }

    private Map<PartnerView, Long> count(
            List<PartnerView> partners, Function<OwnedCount, Long> counted, GraphQLContext graphQl) {
        return OwnedCounts.of(messages, Request.contextOf(graphQl))
                .resolve(partners, partner -> OwnerId.of(partner.id()), counted);
    }
}
