package io.keelson.driver.process;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which snapshots an operation lets expire; written before they are deleted, so that the operation can still tell of them when it was
 * cut off between the two.
 */
record ExpiredBackups(String operationId, List<String> backupIds) {
    ExpiredBackups {
        backupIds = List.copyOf(backupIds);
    }

    ExpiredBackups and(Collection<String> more) {
        TreeSet<String> all = new TreeSet<>(backupIds);
        all.addAll(more);
        return new ExpiredBackups(operationId, List.copyOf(all));
    }
}
