package io.keelson.api.partner.query;

import io.keelson.api.query.Page;

/** Asks for partners; answers a {@link PartnerPage}. */
public record FindPartners(PartnerFilter filter, PartnerOrder order, Page page) {}
