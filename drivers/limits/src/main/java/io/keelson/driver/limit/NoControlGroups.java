package io.keelson.driver.limit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A machine without control groups. */
record NoControlGroups(String reason) implements ControlGroups {
    @Override
    public void limit(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException {
        throw new IOException(reason);
    }

    @Override
    public List<Path> entrances(UUID owner) {
        return List.of();
    }

    @Override
    public Set<Long> processes(UUID owner) {
        return Set.of();
    }

    @Override
    public boolean ranOutOfMemory(UUID owner) {
        return false;
    }

    @Override
    public Optional<String> difference(UUID owner, int cpuMillis, int memoryMegabytes) {
        return Optional.empty();
    }

    @Override
    public void remove(UUID owner) {
        // Nothing was made.
    }
}
