package io.keelson.job.worker;

import io.keelson.api.error.RejectedException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the list of workers.
 *
 * @param micros when the worker started, in microseconds since 1970
 */
record WorkerCursor(long micros, UUID id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,17})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    static WorkerCursor parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw RejectedException.invalid("after", "after is not a cursor of this list.");
        }
        return new WorkerCursor(Long.parseLong(matcher.group(1)), UUID.fromString(matcher.group(2)));
    }

    @Override
    public String toString() {
        return micros + "." + id;
    }
}
