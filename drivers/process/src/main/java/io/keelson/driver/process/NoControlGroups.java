package io.keelson.driver.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A machine without control groups. */
record NoControlGroups(String reason) implements ControlGroups {
    @Override
    public void limit(UUID instanceId, int cpuMillis, int memoryMegabytes) throws IOException {
        throw new IOException(reason);
    }

    @Override
    public List<Path> entrances(UUID instanceId) {
        return List.of();
    }

    @Override
    public Set<Long> processes(UUID instanceId) {
        return Set.of();
    }

    @Override
    public boolean ranOutOfMemory(UUID instanceId) {
        return false;
    }

    @Override
    public void remove(UUID instanceId) {
        // Nothing was made.
    }
}
