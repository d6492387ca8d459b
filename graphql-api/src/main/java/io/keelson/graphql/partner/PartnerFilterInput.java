package io.keelson.graphql.partner;

import io.keelson.api.partner.PartnerStatus;
import io.keelson.api.partner.query.PartnerFilter;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Conditions on partners. */
record PartnerFilterInput(
        @Nullable PartnerStatus status,
        @Nullable String nameContains,
        @Nullable String text) {
    PartnerFilter toFilter() {
        return new PartnerFilter(
                status, InputField.search("filter.nameContains", nameContains), InputField.search("filter.text", text));
    }
}
