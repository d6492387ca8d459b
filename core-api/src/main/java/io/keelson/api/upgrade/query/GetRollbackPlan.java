package io.keelson.api.upgrade.query;

import io.keelson.api.instance.InstanceId;
import java.time.Instant;

/** Asks how the last upgrade of an instance would be taken back; answers a list of at most one {@link RollbackPlanView}. */
public record GetRollbackPlan(InstanceId instanceId, Instant at) {}
