package io.keelson.job.queue;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a handler may return. */
final class JobResult {
    private static final int LARGEST = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private JobResult() {}

    /** The result, when it can be kept; otherwise the job has failed, and trying again would not help. */
    static String checked(String result) {
        if (result.length() > LARGEST || result.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new JobFailure(
                    "RESULT_TOO_LARGE",
                    "The result has more than %d bytes; keep it elsewhere.".formatted(LARGEST),
                    false);
        }
        try {
            JSON.readTree(result);
            return result;
        } catch (JacksonException e) {
            throw new JobFailure("RESULT_NOT_JSON", "The result is no JSON text.", false, e);
        }
    }
}
