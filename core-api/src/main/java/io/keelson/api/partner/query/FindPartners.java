package io.keelson.api.partner.query;

import io.keelson.api.query.Page;
import org.jspecify.annotations.Nullable;

/** Asks for partners, oldest first; answers a {@link PartnerPage}. Null filters match everything. */
public record FindPartners(@Nullable String nameContains, Page page) {}
