package io.keelson.command.directory;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.SemanticVersion;

/**
 * What a command may know of a backup.
 *
 * @param instanceId of which it is one
 * @param checksum digest of its manifest
 */
public record KnownBackup(InstanceId instanceId, ComponentName component, SemanticVersion version, String checksum) {}
