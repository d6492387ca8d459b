package io.keelson.driver.process;

import java.util.List;

/**
 * A database in a snapshot.
 *
 * @param before statements to run before the rows are put in, in any order that works
 * @param after statements to run afterwards, in any order that works
 */
record DatabaseContent(List<String> before, List<TableContent> tables, List<String> after) {
    long rows() {
        return tables.stream().mapToLong(TableContent::rows).sum();
    }
}
