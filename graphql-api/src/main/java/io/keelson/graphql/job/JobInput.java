package io.keelson.graphql.job;

import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Require;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.job.JobOwnership;
import io.keelson.api.job.JobPriority;
import io.keelson.api.job.JobSpec;
import io.keelson.api.job.JobTiming;
import io.keelson.api.job.JobType;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.RetryRule;
import io.keelson.api.job.UniqueConflict;
import io.keelson.api.job.UniqueRule;
import io.keelson.api.job.UniqueScope;
import io.keelson.api.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** From a described job to a {@link JobSpec}; refusals name the field. */
final class JobInput {
    private static final JsonMapper JSON = JsonMapper.shared();

    private JobInput() {}

    static JobSpec spec(InputMap input) {
        Integer priority = input.get("priority", Integer.class);
        return new JobSpec(
                Require.present("type", input.read("type", JobType::new)),
                payload(input),
                priority == null ? null : new JobPriority(priority),
                input.read("queue", QueueName::new),
                new JobTiming(input.get("delay", Duration.class), input.get("runAt", Instant.class)),
                new RetryRule(
                        input.get("maxAttempts", Integer.class),
                        input.get("backoff", Duration.class),
                        input.get("timeout", Duration.class)),
                uniqueness(input.get("uniqueness", Map.class)),
                input.get("serialKey", String.class),
                new JobOwnership(input.read("tenantId", TenantId::parse), input.read("instanceId", InstanceId::parse)));
    }

    /** Many of them; the field of a refusal begins with {@code jobs[<index>]}. */
    static List<JobSpec> specs(List<InputMap> inputs) {
        List<JobSpec> specs = new ArrayList<>(inputs.size());
        for (InputMap input : inputs) {
            try {
                specs.add(spec(input));
            } catch (RejectedException refusal) {
                throw refusal.within("jobs[" + specs.size() + "]");
            }
        }
        return specs;
    }

    private static String payload(InputMap input) {
        return input.values().get("payload") == null
                ? "{}"
                : JSON.writeValueAsString(input.values().get("payload"));
    }

    private static @Nullable UniqueRule uniqueness(@Nullable Map<?, ?> given) {
        if (given == null) {
            return null;
        }
        InputMap rule = InputMap.of(given);
        return new UniqueRule(
                String.valueOf(given.get("key")),
                UniqueScope.valueOf(String.valueOf(given.get("scope"))),
                rule.get("period", Duration.class),
                UniqueConflict.valueOf(String.valueOf(given.get("onConflict"))));
    }
}
