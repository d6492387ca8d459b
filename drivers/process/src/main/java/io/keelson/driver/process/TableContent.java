package io.keelson.driver.process;

/**
 * The rows of one table in a snapshot.
 *
 * @param qualified schema and name, quoted
 * @param columns the written columns, quoted, in order; those that the database computes are left out
 * @param file where the rows are, relative to the snapshot
 * @param bytes size of that file
 * @param sha256 digest of that file
 */
record TableContent(String qualified, String columns, String file, long rows, long bytes, String sha256) {
    TableContent written(long rowCount, long byteCount, String digest) {
        return new TableContent(qualified, columns, file, rowCount, byteCount, digest);
    }

    /** Table and columns as {@code COPY} wants them. */
    String target() {
        return columns.isEmpty() ? qualified : "%s (%s)".formatted(qualified, columns);
    }
}
