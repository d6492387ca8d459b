package io.keelson.command.instance;

/** How many backups of an instance are kept. */
@FunctionalInterface
public interface BackupRetention {
    /** Seven of each instance. */
    BackupRetention DEFAULT = () -> 7;

    /** At least 1. */
    int keep();
}
