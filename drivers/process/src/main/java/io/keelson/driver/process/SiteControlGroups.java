package io.keelson.driver.process;

import io.keelson.driver.limit.ControlGroups;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The limits of one site: an instance that is at two of them, while it moves, has a group at each. */
record SiteControlGroups(ControlGroups groups, String site) implements ControlGroups {
    @Override
    public void limit(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException, InterruptedException {
        groups.limit(here(owner), cpuMillis, memoryMegabytes);
    }

    @Override
    public List<Path> entrances(UUID owner) {
        return groups.entrances(here(owner));
    }

    @Override
    public Set<Long> processes(UUID owner) throws IOException {
        return groups.processes(here(owner));
    }

    @Override
    public boolean ranOutOfMemory(UUID owner) {
        return groups.ranOutOfMemory(here(owner));
    }

    @Override
    public Optional<String> difference(UUID owner, int cpuMillis, int memoryMegabytes) throws IOException {
        return groups.difference(here(owner), cpuMillis, memoryMegabytes);
    }

    @Override
    public void remove(UUID owner) throws IOException, InterruptedException {
        groups.remove(here(owner));
    }

    private UUID here(UUID owner) {
        return UUID.nameUUIDFromBytes((site + "/" + owner).getBytes(StandardCharsets.UTF_8));
    }
}
