package io.keelson.api.version.command;

/** Index of what can be asked of a version. */
public sealed interface VersionCommand
        permits ReleaseVersion, WithdrawVersion, ChangeVersionStatus, RequireVersion, SetSecurityDates {}
