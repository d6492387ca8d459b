package io.keelson.driver.process;

import java.nio.charset.StandardCharsets;

/** What came back for a request. */
sealed interface HttpAnswer {
    /**
     * The server answered.
     *
     * @param body how the answer begins
     */
    record Answered(int status, String body) implements HttpAnswer {
        /** Whether there is more of the body than this, of a request that took so many bytes at most. */
        boolean isCutOff(int mostBytes) {
            return body.getBytes(StandardCharsets.UTF_8).length >= mostBytes;
        }

        @Override
        public String describe() {
            return body.isBlank() ? "status " + status : "status %d: %s".formatted(status, body.strip());
        }
    }

    /** There was no answer. */
    record Silence(String reason) implements HttpAnswer {
        @Override
        public String describe() {
            return reason;
        }
    }

    /** In words, for a message. */
    String describe();

    /** Whether the status is from the first up to, not including, the second. */
    default boolean isWithin(int from, int below) {
        return this instanceof Answered answered && answered.status() >= from && answered.status() < below;
    }
}
