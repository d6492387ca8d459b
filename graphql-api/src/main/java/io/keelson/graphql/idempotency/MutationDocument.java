package io.keelson.graphql.idempotency;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import io.keelson.graphql.limit.DocumentLimits;
import java.util.List;
import java.util.Objects;
import org.springframework.graphql.server.WebGraphQlRequest;

/** Tells whether a request asks for a mutation. */
final class MutationDocument {
    private MutationDocument() {}

    /** False also for documents that cannot be read; executing them says why. */
    static boolean isOneIn(WebGraphQlRequest request) {
        if (request.getDocument().length() > DocumentLimits.MAXIMUM_BYTES) {
            return false;
        }
        try {
            Document document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(request.getDocument())
                    .parserOptions(DocumentLimits.PARSER)
                    .build());
            List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
            return operations.stream()
                    .filter(operation ->
                            operations.size() == 1 || Objects.equals(operation.getName(), request.getOperationName()))
                    .anyMatch(operation -> operation.getOperation() == OperationDefinition.Operation.MUTATION);
        } catch (InvalidSyntaxException _) {
            return false;
        }
    }
}
