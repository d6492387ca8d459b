package io.keelson.driver.process;

import io.keelson.driver.Drift;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.WorkloadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What differs in the files of the release. A file is read once; afterwards its size and its time say whether it must be
 * read again. A file whose digest nobody has said only has to be there.
 */
final class ReleaseDrift {
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(long size, FileTime modified, String key, String sha256) {
        boolean sameAs(BasicFileAttributes now) {
            return size == now.size()
                    && modified.equals(now.lastModifiedTime())
                    && key.equals(String.valueOf(now.fileKey()));
        }
    }

    void look(InstanceSpec spec, InstanceDirectory directory, Drifts drifts) throws IOException {
        ProcessWorkload workload = spec.workload();
        if (workload == null) {
            return;
        }
        for (WorkloadFile file : workload.files()) {
            Path copy = directory.release().resolve(file.path()).normalize();
            if (!Files.isRegularFile(copy)) {
                known.remove(copy);
                drifts.add(Drift.Kind.RELEASE_CHANGED, "File %s of the release is gone.".formatted(file.path()));
            } else if (file.sha256() != null && !file.sha256().equals(digest(copy))) {
                drifts.add(Drift.Kind.RELEASE_CHANGED, "File %s of the release was changed.".formatted(file.path()));
            }
        }
    }

    private String digest(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Known before = known.get(file);
        if (before == null || !before.sameAs(now)) {
            before = new Known(now.size(), now.lastModifiedTime(), String.valueOf(now.fileKey()), Sha256.of(file));
            known.put(file, before);
        }
        return before.sha256();
    }
}
