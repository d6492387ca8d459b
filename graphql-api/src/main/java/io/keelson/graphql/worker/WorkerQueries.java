package io.keelson.graphql.worker;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.id.TypedId;
import io.keelson.api.worker.WorkerId;
import io.keelson.api.worker.query.FindWorkers;
import io.keelson.api.worker.query.GetWorkers;
import io.keelson.api.worker.query.WorkerJob;
import io.keelson.api.worker.query.WorkerPage;
import io.keelson.api.worker.query.WorkerView;
import io.keelson.graphql.input.InputField;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reads workers. */
@Controller
final class WorkerQueries {
    private final Messages messages;

    WorkerQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    @Nullable
    WorkerView worker(@Argument String id, DataFetchingEnvironment environment) {
        WorkerId workerId = InputField.read("id", id, WorkerId::parse);
        return messages.askOne(
                new GetWorkers(List.of(workerId)),
                WorkerView.class,
                Request.of(environment).context());
    }

    @QueryMapping
    Connection<WorkerView> workers(
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable WorkerFilterInput filter,
            DataFetchingEnvironment environment) {
        FindWorkers query = new FindWorkers(filter == null ? null : filter.state(), Pages.of(first, after));
        WorkerPage page =
                messages.ask(query, WorkerPage.class, Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    @SchemaMapping(typeName = "WorkerJob")
    String id(WorkerJob job) {
        return TypedId.format("job", job.id());
    }
}
