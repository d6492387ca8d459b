package io.keelson.api.partner.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of partners; {@code cursors} runs parallel to {@code items}. */
public record PartnerPage(List<PartnerView> items, List<String> cursors, PageInfo info) {}
