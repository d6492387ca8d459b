package io.keelson.graphql.job;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.job.QueueName;
import io.keelson.api.job.command.ConfigureQueue;
import io.keelson.api.job.command.PauseQueue;
import io.keelson.api.job.command.ResumeQueue;
import io.keelson.api.job.query.GetJobQueues;
import io.keelson.api.job.query.JobQueueView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Pauses, resumes and configures queues. Rejected with JOB_QUEUE_NOT_FOUND. */
@Controller
final class JobQueueMutations {
    private final Messages messages;

    JobQueueMutations(Messages messages) {
        this.messages = messages;
    }

    @MutationMapping
    QueuePayload pauseQueue(@Argument QueueActInput input, DataFetchingEnvironment environment) {
        return act(input, environment, PauseQueue::new);
    }

    @MutationMapping
    QueuePayload resumeQueue(@Argument QueueActInput input, DataFetchingEnvironment environment) {
        return act(input, environment, ResumeQueue::new);
    }

    @MutationMapping
    QueuePayload configureQueue(@Argument ConfigureQueueInput input, DataFetchingEnvironment environment) {
        return act(
                new QueueActInput(input.queue(), input.reason()),
                environment,
                queue -> new ConfigureQueue(queue, input.concurrency()));
    }

    private QueuePayload act(
            QueueActInput input, DataFetchingEnvironment environment, Function<QueueName, Object> command) {
        Request plain = Request.of(environment);
        Request request = input.reason() == null ? plain : plain.withReason(input.reason());
        QueueName name = new QueueName(input.queue());
        messages.send(command.apply(name), request.context());
        return messages.askAll(new GetJobQueues(), JobQueueView.class, request.context()).stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .map(QueuePayload::new)
                .orElseThrow(() -> new RejectedException(
                        ErrorCode.JOB_QUEUE_NOT_FOUND, "queue", "There is no queue %s.".formatted(name)));
    }
}
