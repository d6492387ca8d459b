package io.keelson.graphql.partner;

import org.jspecify.annotations.Nullable;

/** Conditions on partners. */
record PartnerFilterInput(@Nullable String nameContains) {}
