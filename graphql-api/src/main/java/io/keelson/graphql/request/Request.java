package io.keelson.graphql.request;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.Require;
import java.util.UUID;

/** The request that a controller works for, at one place of its document. */
public final class Request {
    private static final int MAXIMUM_REASON = 1_000;

    private final RequestContext context;
    private final NewIds ids;
    private final String path;

    private Request(RequestContext context, NewIds ids, String path) {
        this.context = context;
        this.ids = ids;
        this.path = path;
    }

    /** The request that is being carried out, at the field of {@code environment}. */
    public static Request of(DataFetchingEnvironment environment) {
        GraphQLContext graphQl = environment.getGraphQlContext();
        return new Request(
                contextOf(graphQl),
                graphQl.getOrDefault(NewIds.class, NewIds.RANDOM),
                environment.getExecutionStepInfo().getPath().toString());
    }

    /** Who asks and from where. */
    public static RequestContext contextOf(GraphQLContext graphQl) {
        return graphQl.get(RequestContext.class);
    }

    public RequestContext context() {
        return context;
    }

    /** This request with the reason of a destructive command; refuses a blank one and names the field. */
    public Request withReason(String reason) {
        return new Request(context.withReason(Require.text("reason", reason, MAXIMUM_REASON)), ids, path);
    }

    /** An id for something new; a repeated request gets the same one for the same {@code purpose}. */
    public UUID newId(String purpose) {
        return ids.next(path + ":" + purpose);
    }

    /** Whether an earlier try with the same Idempotency-Key may have acted without leaving an answer. */
    public boolean repeated() {
        return ids.repeated();
    }
}
