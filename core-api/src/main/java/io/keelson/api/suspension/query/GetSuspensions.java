package io.keelson.api.suspension.query;

import io.keelson.api.suspension.SuspensionId;
import java.util.List;

/** Asks for suspensions by id; answers a list of {@link SuspensionView} in no order, unknown ids left out. */
public record GetSuspensions(List<SuspensionId> ids) {}
