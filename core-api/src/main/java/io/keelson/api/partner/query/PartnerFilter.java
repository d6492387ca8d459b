package io.keelson.api.partner.query;

import io.keelson.api.partner.PartnerStatus;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that must all hold; null ones match everything.
 *
 * @param text part of the name or of the e-mail address, without regard to case
 */
public record PartnerFilter(
        @Nullable PartnerStatus status,
        @Nullable String nameContains,
        @Nullable String text) {
    public static final PartnerFilter ALL = new PartnerFilter(null, null, null);
}
