package io.keelson.graphql.partner;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.partner.PartnerId;
import io.keelson.api.partner.query.FindPartners;
import io.keelson.api.partner.query.GetPartners;
import io.keelson.api.partner.query.PartnerFilter;
import io.keelson.api.partner.query.PartnerOrder;
import io.keelson.api.partner.query.PartnerPage;
import io.keelson.api.partner.query.PartnerView;
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

/** Reads partners. */
@Controller
final class PartnerQueries {
    private final Messages messages;

    PartnerQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    PartnerView partner(@Argument String id, DataFetchingEnvironment environment) {
        PartnerId partnerId = InputField.read("id", id, PartnerId::parse);
        return messages.askOne(new GetPartners(List.of(partnerId)), PartnerView.class, context(environment));
    }

    @QueryMapping
    Connection<PartnerView> partners(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable PartnerFilterInput filter,
            @Argument @Nullable PartnerOrder orderBy,
            DataFetchingEnvironment environment) {
        FindPartners query = new FindPartners(
                filter == null ? PartnerFilter.ALL : filter.toFilter(),
                Objects.requireNonNullElse(orderBy, PartnerOrder.DEFAULT),
                Pages.of(first, after));
        PartnerPage page = messages.ask(query, PartnerPage.class, context(environment));
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    private static RequestContext context(DataFetchingEnvironment environment) {
        return Request.of(environment).context();
    }
}
