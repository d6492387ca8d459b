package io.keelson.graphql.worker;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.worker.WorkerId;
import io.keelson.api.worker.command.DrainWorker;
import io.keelson.api.worker.command.ResumeWorker;
import io.keelson.api.worker.command.WorkerCommand;
import io.keelson.api.worker.query.GetWorkers;
import io.keelson.api.worker.query.WorkerView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/**
 * Drains and resumes workers. Rejected with WORKER_NOT_FOUND or WRONG_STATE. A worker's row is changed by the command
 * itself, so it can be read at once.
 */
@Controller
final class WorkerMutations {
    private final Messages messages;

    WorkerMutations(Messages messages) {
        this.messages = messages;
    }

    @MutationMapping
    WorkerPayload drainWorker(@Argument DrainWorkerInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        WorkerId id = WorkerId.parse(input.workerId());
        return changed(id, new DrainWorker(id), request);
    }

    @MutationMapping
    WorkerPayload resumeWorker(@Argument ResumeWorkerInput input, DataFetchingEnvironment environment) {
        Request plain = Request.of(environment);
        Request request = input.reason() == null ? plain : plain.withReason(input.reason());
        WorkerId id = WorkerId.parse(input.workerId());
        return changed(id, new ResumeWorker(id), request);
    }

    private WorkerPayload changed(WorkerId id, WorkerCommand command, Request request) {
        messages.send(command, request.context());
        @Nullable WorkerView worker = messages.askOne(new GetWorkers(List.of(id)), WorkerView.class, request.context());
        if (worker == null) {
            throw new RejectedException(
                    ErrorCode.WORKER_NOT_FOUND, "workerId", "%s was forgotten at this moment.".formatted(id));
        }
        return new WorkerPayload(worker);
    }
}
