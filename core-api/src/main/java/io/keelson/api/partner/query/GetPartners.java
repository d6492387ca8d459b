package io.keelson.api.partner.query;

import io.keelson.api.partner.PartnerId;
import java.util.List;

/** Asks for partners by id; answers a list of {@link PartnerView} in no order, unknown ids left out. */
public record GetPartners(List<PartnerId> ids) {}
