package io.keelson.graphql.error;

import graphql.ErrorType;
import graphql.GraphQLError;
import io.keelson.api.error.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is told about errors that graphql-java finds in a document or its variables. */
final class DocumentFailures {
    private static final int MAXIMUM_MESSAGE = 400;
    /** graphql-java repeats the whole value, however long and hostile. */
    private static final Pattern REPEATED_VALUE =
            Pattern.compile("with value '.*' (?=is |has |contains )", Pattern.DOTALL);

    private static final Pattern KIND = Pattern.compile("^Validation error \\([^)]*\\) ?: ?");
    /** Where messages name a field, the most exact place first. */
    private static final List<Pattern> NAMED = List.of(
            Pattern.compile("missing required fields '\\[([\\w, ]+)]'"),
            Pattern.compile("(?i)field(?: name)? '([\\w.]+)'"),
            Pattern.compile("(?i)argument '([\\w.\\[\\]]+)'"),
            Pattern.compile("(?i)variable '(\\w+)'"));

    private DocumentFailures() {}

    static Failure of(GraphQLError error, String requestId) {
        if (error.getErrorType() == ErrorType.NullValueInNonNullableField
                || error.getErrorType() == ErrorType.DataFetchingException) {
            return Failures.unforeseen(requestId);
        }
        String message = readable(String.valueOf(error.getMessage()));
        return Failure.of(ErrorCode.INVALID_INPUT, field(message), shortened(message), Map.of());
    }

    private static String readable(String message) {
        String text = KIND.matcher(message).replaceFirst("");
        return REPEATED_VALUE.matcher(text).replaceAll("");
    }

    private static String shortened(String text) {
        return text.length() <= MAXIMUM_MESSAGE ? text : text.substring(0, MAXIMUM_MESSAGE) + "...";
    }

    /** The input field that the message names, without the name of the argument around it. */
    private static @Nullable String field(String message) {
        return NAMED.stream()
                .map(pattern -> pattern.matcher(message))
                .filter(Matcher::find)
                .findFirst()
                .map(named -> named.group(1).replaceFirst("^input\\.", ""))
                .orElse(null);
    }
}
