package io.keelson.graphql.http;

import graphql.GraphQLError;
import io.keelson.api.error.RejectedException;
import io.keelson.graphql.error.ErrorContract;
import io.keelson.graphql.request.RequestContextInterceptor;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Refuses, with status 400 and an error of the contract, a body that is no GraphQL request: broken JSON, an array (a
 * batch), no query, or more than 16 MiB. Only variables can make use of so much: the document itself has a smaller limit
 * of its own ({@link io.keelson.graphql.limit.DocumentLimits}).
 */
public final class RequestBody {
    private static final int MAXIMUM_BYTES = 16 * 1024 * 1024;
    private static final String NOT_A_REQUEST =
            "The body must be one JSON object with the text \"query\" and, if needed, \"variables\" and"
                    + " \"operationName\". Batches are not accepted.";
    private static final String TOO_LARGE = "The body has more than %d bytes.".formatted(MAXIMUM_BYTES);

    private final ErrorContract contract;

    public RequestBody(ErrorContract contract) {
        this.contract = contract;
    }

    ServerResponse handle(ServerRequest request, Handler handler) throws ServletException {
        try {
            byte[] body = request.servletRequest().getInputStream().readNBytes(MAXIMUM_BYTES + 1);
            if (body.length > MAXIMUM_BYTES) {
                return refusal(request, TOO_LARGE);
            }
            if (!looksLikeAnObject(body)) {
                return refusal(request, NOT_A_REQUEST);
            }
            return handler.handle(ServerRequest.from(request).body(body).build());
        } catch (HttpMessageNotReadableException | ServerWebInputException _) {
            return refusal(request, NOT_A_REQUEST);
        } catch (IOException broken) {
            throw new ServletException("The request ended before its body was read.", broken);
        }
    }

    /** Spring fails on the body {@code null}. */
    private static boolean looksLikeAnObject(byte[] body) {
        for (byte character : body) {
            if (!Character.isWhitespace(character)) {
                return character == '{';
            }
        }
        return false;
    }

    private ServerResponse refusal(ServerRequest request, String reason) {
        String requestId = RequestContextInterceptor.requestId(request.headers().asHttpHeaders());
        GraphQLError error = contract.of(RejectedException.invalid("query", reason), requestId);
        return ServerResponse.status(HttpStatus.BAD_REQUEST)
                .contentType(MediaType.APPLICATION_JSON)
                .header(RequestContextInterceptor.REQUEST_ID, requestId)
                .body(Map.of("errors", List.of(error.toSpecification())));
    }

    /** The rest of the way of a request. */
    @FunctionalInterface
    interface Handler {
        ServerResponse handle(ServerRequest request) throws ServletException;
    }
}
