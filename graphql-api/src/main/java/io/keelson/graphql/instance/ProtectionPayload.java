package io.keelson.graphql.instance;

import io.keelson.api.instance.query.InstanceView;

/** The instance whose protection was switched. */
record ProtectionPayload(InstanceView instance) {}
