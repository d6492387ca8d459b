package io.keelson.job.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.RunningJob;
import org.junit.jupiter.api.Test;

class KnownTypeTest {
    private final KnownType type = KnownType.of(new Particular());

    @Test
    void whatASchemaCannotSayIsRefusedByTheTypeItself() {
        type.requireAccepted("{\"text\": \"good\"}");

        refuses("{\"text\": 7}");
        refuses("{\"text\": \"bad\"}");
    }

    private void refuses(String payload) {
        assertThatThrownBy(() -> type.requireAccepted(payload))
                .isInstanceOfSatisfying(RejectedException.class, refused -> {
                    assertThat(refused.rejection().code()).isEqualTo(ErrorCode.PAYLOAD_NOT_ACCEPTED);
                    assertThat(refused.rejection().field()).isEqualTo("payload.text");
                });
    }

    private record Particular() implements JobHandler {
        @Override
        public String type() {
            return "particular";
        }

        @Override
        public String payloadSchema() {
            return "{\"properties\": {\"text\": {\"type\": \"string\"}}}";
        }

        @Override
        public void validate(String payload) {
            if (payload.contains("bad")) {
                throw RejectedException.invalid("payload.text", "payload.text is bad.");
            }
        }

        @Override
        public String run(RunningJob job) {
            return "{}";
        }
    }
}
