package io.keelson.api.backup;

/**
 * What is known of a backup.
 *
 * @param bytes size of everything in it
 * @param millis how long it took to make, in milliseconds
 * @param checksum SHA-256 digest, in hexadecimal, of its manifest, which holds the digests of everything else
 * @param rows rows of all tables
 * @param location where it is, for a human
 */
public record BackupFacts(long bytes, long millis, String checksum, long rows, int files, String location) {}
