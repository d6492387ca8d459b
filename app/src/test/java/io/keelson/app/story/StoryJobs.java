package io.keelson.app.story;

import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.RunningJob;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A type of job for stories: it fails when its payload says so. */
@Configuration(proxyBeanMethods = false)
class StoryJobs {
    static final String TYPE = "story.note";

    @Bean
    JobHandler storyNotes() {
        return new Notes();
    }

    private static final class Notes implements JobHandler {
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
            return "{\"type\":\"object\",\"properties\":{\"fail\":{\"type\":\"boolean\"}},\"additionalProperties\":false}";
        }

        @Override
        public @Nullable String run(RunningJob job) {
            if (job.payload().contains("true")) {
                throw new IllegalStateException("The story wants it to fail.");
            }
            return null;
        }
    }
}
