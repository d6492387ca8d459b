package io.keelson.graphql.partner;

import io.keelson.api.partner.query.PartnerView;

/** The partner that a mutation changed. */
record PartnerPayload(PartnerView partner) {}
