package io.keelson.driver.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A command to start for an instance.
 *
 * @param name what it is for: {@code prepare}, {@code migrate}, {@code workload}, or {@code run-} and the id of a run
 * @param environment all that it finds in its environment, besides its own name
 * @param log where its output goes, unless somebody listens to it
 */
record LaunchedCommand(
        UUID instanceId, String name, Path directory, List<String> words, Map<String, String> environment, Path log) {
    static final String WORKLOAD = "workload";

    /** Variable that tells whose process it is. */
    static final String INSTANCE_VARIABLE = "KEELSON_INSTANCE_ID";

    /** Variable that tells at which site it runs; the processes of a site without a mark do not have it. */
    static final String SITE_VARIABLE = "KEELSON_SITE";

    /** Variable that tells what the process is for. */
    static final String COMMAND_VARIABLE = "KEELSON_COMMAND";
}
