package io.keelson.job.supervisor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The program of a worker process. */
public interface WorkerProgram {
    /** Variable in the environment of each worker process that holds its id. */
    String PROCESS_VARIABLE = "KEELSON_WORKERS_PROCESS";

    /** The words of its command. */
    List<String> words(UUID process, int slot, List<String> virtualMachineOptions);

    /** What its environment has besides our own; here, and not in the words, is the place of secrets. */
    Map<String, String> environment();

    /** The file that gets what it prints; each process of a slot begins it anew. */
    Path output(int slot);
}
