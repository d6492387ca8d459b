package io.keelson.api.suspension.query;

import io.keelson.api.query.Page;
import io.keelson.api.suspension.HoldOutcome;
import io.keelson.api.suspension.SuspensionId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the holds of a suspension in the order in which they were placed; answers a {@link HoldPage}.
 *
 * @param outcome the only outcome that is wanted, or null for all
 */
public record FindHolds(SuspensionId suspensionId, @Nullable HoldOutcome outcome, Page page) {}
