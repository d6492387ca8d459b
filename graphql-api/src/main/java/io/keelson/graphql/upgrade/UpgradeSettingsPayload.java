package io.keelson.graphql.upgrade;

import io.keelson.api.instance.query.InstanceView;

/** The instance about whose upgrades something was wished. */
record UpgradeSettingsPayload(InstanceView instance) {}
