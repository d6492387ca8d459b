package io.keelson.driver.process;

/** What came back for a request. */
sealed interface HttpAnswer {
    /**
     * The server answered.
     *
     * @param body how the answer begins
     */
    record Answered(int status, String body) implements HttpAnswer {
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
