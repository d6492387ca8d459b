package io.keelson.graphql.setting;

/** The setting that a mutation changed. */
record PlatformSettingPayload(PlatformSetting setting) {}
