package io.keelson.app.story;

import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.RunningJob;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Work for stories: says what it does, and then succeeds, fails until it is mended, or waits until it is cancelled. Found by
 * the application's own scan.
 */
@Component
final class StoryWork implements JobHandler {
    static final String TYPE = "story.work";
    /** While true, work that should fail does. */
    static final AtomicBoolean BROKEN = new AtomicBoolean(true);

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean submittable() {
        return true;
    }

    @Override
    public String payloadSchema() {
        return """
            {"type": "object", "additionalProperties": false,
             "properties": {"text": {"type": "string"}, "does": {"enum": ["work", "fail", "wait"]}}}\
            """;
    }

    @Override
    public String run(RunningJob job) throws InterruptedException {
        String does = JsonMapper.shared().readTree(job.payload()).path("does").asString("work");
        if (does.equals("fail") && BROKEN.get()) {
            throw new IllegalStateException("the receiver is away");
        }
        if (does.equals("wait")) {
            job.progress(42, "Waiting");
            job.log("waiting");
            new CountDownLatch(1).await();
        }
        return "{\"heard\": %s}".formatted(job.payload());
    }
}
