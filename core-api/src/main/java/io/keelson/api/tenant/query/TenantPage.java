package io.keelson.api.tenant.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of the list of tenants; {@code cursors} runs parallel to {@code items}. */
public record TenantPage(List<TenantView> items, List<String> cursors, PageInfo info) {}
