package io.keelson.driver;

import java.util.List;
import java.util.UUID;

/**
 * A program to run beside the workload of an instance. Nothing of it is read by a shell.
 *
 * @param region where the instance runs
 * @param runId marks what the run starts; letters, digits and hyphens, the same for every try of one run
 * @param words program and arguments, at least one
 * @param directory where it runs, relative to the files of the release; empty for their root
 */
public record InstanceCommand(UUID instanceId, String region, String runId, List<String> words, String directory) {
    public InstanceCommand {
        words = List.copyOf(words);
    }
}
