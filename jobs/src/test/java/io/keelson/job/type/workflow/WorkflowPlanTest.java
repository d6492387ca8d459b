package io.keelson.job.type.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keelson.api.error.RejectedException;
import io.keelson.job.queue.JobHandler;
import io.keelson.job.queue.RunningJob;
import io.keelson.job.type.JobJson;
import io.keelson.job.type.JobTypes;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowPlanTest {
    private final JobTypes types = new JobTypes(List.of(new Submittable("test"), new Submittable("workflow")));

    @Test
    void nodesComeAfterThoseTheyDependOn() {
        WorkflowPlan plan = plan("""
                {"nodes": [{"name": "c", "type": "test", "dependsOn": ["b", "a"]},
                  {"name": "b", "type": "test", "dependsOn": ["a"]}, {"name": "a", "type": "test"}]}""");

        assertThat(plan.nodes()).extracting(WorkflowNode::name).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "itself                | {'name': 'a', 'type': 'test', 'dependsOn': ['a']}",
                "itself                | {'name': 'a', 'type': 'test', 'dependsOn': ['b']}, {'name': 'b', 'type': 'test', 'dependsOn': ['c']}, {'name': 'c', 'type': 'test', 'dependsOn': ['a']}",
                "not there             | {'name': 'a', 'type': 'test', 'dependsOn': ['z']}",
                "Two nodes             | {'name': 'a', 'type': 'test'}, {'name': 'a', 'type': 'test'}",
                "without depending     | {'name': 'a', 'type': 'test'}, {'name': 'b', 'type': 'test', 'payload': {'x': '${a.result}'}}",
                "without depending     | {'name': 'a', 'type': 'test', 'payload': {'x': ['${zz.result.y}']}}",
                "unknown type          | {'name': 'a', 'type': 'rm.rf'}",
                "is refused            | {'name': 'a', 'type': 'test', 'payload': {'bad': true}}",
                "letters               | {'name': '1 2', 'type': 'test'}",
                "priority              | {'name': 'a', 'type': 'test', 'priority': 11}",
                "maxAttempts           | {'name': 'a', 'type': 'test', 'maxAttempts': 0}"
            })
    void whatCannotRunIsRefused(String why, String nodes) {
        String payload = "{\"nodes\": [%s]}".formatted(nodes.replace('\'', '"'));

        assertThatThrownBy(() -> plan(payload).requireRunnable(types, 1))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(why.strip());
    }

    @Test
    void threeWorkflowsInEachOtherAreAllowedAndFourAreNot() {
        String innermost = "{\"nodes\": [{\"name\": \"a\", \"type\": \"test\"}]}";
        String two = around(innermost);
        String three = around(two);
        String four = around(three);

        plan(three).requireRunnable(types, 1);
        assertThatThrownBy(() -> plan(four).requireRunnable(types, 1))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("3 is the deepest");
    }

    @Test
    void moreThanAHundredNodesAreTooMany() {
        String node = "{\"name\": \"a\", \"type\": \"test\"}";

        assertThatThrownBy(() -> plan("{\"nodes\": [%s]}".formatted(String.join(",", Collections.nCopies(101, node)))))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("1 to 100");
    }

    private static String around(String inner) {
        return "{\"nodes\": [{\"name\": \"w\", \"type\": \"workflow\", \"payload\": %s}]}".formatted(inner);
    }

    private static WorkflowPlan plan(String payload) {
        return WorkflowPlan.of(JobJson.read(payload, WorkflowPayload.class));
    }

    /** A type that refuses one payload. */
    private record Submittable(String type) implements JobHandler {
        @Override
        public boolean submittable() {
            return true;
        }

        @Override
        public void validate(String payload) {
            if (payload.contains("bad")) {
                throw RejectedException.invalid("payload.bad", "payload.bad is not accepted.");
            }
        }

        @Override
        public String run(RunningJob job) {
            return "{}";
        }
    }
}
