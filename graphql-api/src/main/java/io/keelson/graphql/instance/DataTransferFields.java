package io.keelson.graphql.instance;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.instance.query.DataTransferPage;
import io.keelson.api.instance.query.DataTransferView;
import io.keelson.api.instance.query.FindDataTransfers;
import io.keelson.api.instance.query.GetInstances;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.query.GetOperations;
import io.keelson.api.operation.query.OperationView;
import io.keelson.api.tenant.query.TenantView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.message.Relations;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Which data was approved to leave its country. */
@Controller
final class DataTransferFields {
    private final Messages messages;

    DataTransferFields(Messages messages) {
        this.messages = messages;
    }

    @SchemaMapping(typeName = "Instance", field = "dataTransfers")
    Connection<DataTransferView> ofInstance(
            InstanceView instance,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        return find(new FindDataTransfers(instance.id(), null, Pages.of(first, after)), after, environment);
    }

    @SchemaMapping(typeName = "Tenant", field = "dataTransfers")
    Connection<DataTransferView> ofTenant(
            TenantView tenant,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        return find(new FindDataTransfers(null, tenant.id(), Pages.of(first, after)), after, environment);
    }

    private Connection<DataTransferView> find(
            FindDataTransfers query, @Nullable String after, DataFetchingEnvironment environment) {
        DataTransferPage page = messages.ask(
                query, DataTransferPage.class, Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    @BatchMapping(typeName = "DataTransfer")
    Map<DataTransferView, InstanceView> instance(List<DataTransferView> transfers, GraphQLContext graphQl) {
        return Relations.resolve(
                transfers,
                DataTransferView::instanceId,
                ids -> messages.askAll(new GetInstances(ids), InstanceView.class, Request.contextOf(graphQl)),
                InstanceView::id);
    }

    @BatchMapping(typeName = "DataTransfer")
    Map<DataTransferView, OperationView> operation(List<DataTransferView> transfers, GraphQLContext graphQl) {
        return Relations.resolve(
                transfers,
                DataTransferView::operationId,
                ids -> messages.askAll(new GetOperations(ids), OperationView.class, Request.contextOf(graphQl)),
                OperationView::id);
    }

    @SchemaMapping(typeName = "DataTransfer")
    String from(DataTransferView transfer) {
        return transfer.from().value();
    }

    @SchemaMapping(typeName = "DataTransfer")
    String to(DataTransferView transfer) {
        return transfer.to().value();
    }
}
