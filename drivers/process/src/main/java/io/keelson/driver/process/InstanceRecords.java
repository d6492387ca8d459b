package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The directories of all instances, and the mark in each. */
final class InstanceRecords {
    private final Path instances;
    private final JsonMapper mapper;

    InstanceRecords(Path root, JsonMapper mapper) {
        this.instances = root.resolve("instances");
        this.mapper = mapper;
    }

    InstanceDirectory directory(UUID instanceId) {
        return new InstanceDirectory(instances.resolve(instanceId.toString()));
    }

    /** Whether the instance with this id has a directory; the id may come from a file. */
    boolean hasDirectory(String instanceId) {
        return Files.isDirectory(instances.resolve(instanceId));
    }

    /** The mark of an instance; one that somebody has made unreadable, or another's, is as good as none. */
    Optional<InstanceRecord> find(UUID instanceId) throws IOException {
        return PrivateFiles.read(directory(instanceId).record())
                .flatMap(this::read)
                .filter(mark -> instanceId.equals(mark.instanceId()));
    }

    private Optional<InstanceRecord> read(String json) {
        try {
            return Optional.ofNullable(mapper.readValue(json, InstanceRecord.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** The names of all directories, whether they are instances' or not. */
    List<String> directories() throws IOException {
        if (!Files.isDirectory(instances)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(instances)) {
            return all.map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Where all directories are. */
    Path place() {
        return instances;
    }

    /** The mark of an instance whose place is reserved. */
    InstanceRecord get(UUID instanceId) throws IOException, DriverException {
        return find(instanceId)
                .orElseThrow(() -> new DriverException(
                        FailureCode.SYSTEM_ERROR,
                        "No place is reserved for instance %s in %s; its reservation must run first."
                                .formatted(instanceId, instances)));
    }

    /** The port of an instance that has been through the network step. */
    int port(UUID instanceId) throws IOException, DriverException {
        Integer port = get(instanceId).port();
        if (port == null) {
            throw new DriverException(
                    FailureCode.SYSTEM_ERROR,
                    "No port is reserved for instance %s; its network step must run first.".formatted(instanceId));
        }
        return port;
    }

    void save(InstanceRecord mark) throws IOException {
        PrivateFiles.write(directory(mark.instanceId()).record(), mapper.writeValueAsBytes(mark));
    }
}
