package io.keelson.api.instance.query;

import io.keelson.api.query.PageInfo;
import java.util.List;

/** Part of a list of approved transfers of data; {@code cursors} runs parallel to {@code items}. */
public record DataTransferPage(List<DataTransferView> items, List<String> cursors, PageInfo info) {}
