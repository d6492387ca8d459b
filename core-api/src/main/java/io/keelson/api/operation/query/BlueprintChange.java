package io.keelson.api.operation.query;

import org.jspecify.annotations.Nullable;

/**
 * One value of an instance that an operation changes.
 *
 * @param field dotted name, for example {@code configuration.settings.greeting}
 * @param before JSON-like value, or null when there was none
 * @param after JSON-like value, or null when there is to be none
 */
public record BlueprintChange(
        String field, @Nullable Object before, @Nullable Object after) {}
