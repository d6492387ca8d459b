package io.keelson.api.upgrade.query;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.upgrade.UpgradeDecision;

/** The decision about one instance. */
public record DecidedUpgrade(InstanceId instanceId, UpgradeDecision decision) {}
