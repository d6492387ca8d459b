package io.keelson.graphql.error;

import graphql.ErrorType;
import graphql.GraphQLError;
import io.keelson.api.error.ErrorCode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is told about errors that graphql-java finds in a document or its variables. */
final class DocumentFailures {
    private static final int MAXIMUM_MESSAGE = 400;
    /** graphql-java repeats the whole value, however long and hostile. */
    private static final Pattern REPEATED_VALUE = Pattern.compile("with value '.*' (?=is |has |contains )", Pattern.DOTALL);

    private static final Pattern KIND = Pattern.compile("^Validation error \\([^)]*\\) ?: ?");
    private static final Pattern MISSING = Pattern.compile("missing required fields '\\[([\\w, ]+)]'");
    private static final Pattern FIELD = Pattern.compile(
            "argument '([\\w.\\[\\]]+)'|(?:field|Field|Variable|argument|Argument) '([\\w.\\[\\]]+)'|variable '(\\w+)'");

    private DocumentFailures() {}

    static Failure of(GraphQLError error, String requestId) {
        if (error.getErrorType() == ErrorType.NullValueInNonNullableField
                || error.getErrorType() == ErrorType.DataFetchingException) {
            return Failures.unforeseen(requestId);
        }
        String message = String.valueOf(error.getMessage());
        return Failure.of(ErrorCode.INVALID_INPUT, field(message), readable(message), Map.of());
    }

    private static String readable(String message) {
        String text = KIND.matcher(message).replaceFirst("");
        text = REPEATED_VALUE.matcher(text).replaceAll("");
        return text.length() <= MAXIMUM_MESSAGE ? text : text.substring(0, MAXIMUM_MESSAGE) + "...";
    }

    /** The input field that the message names, without the name of the argument around it. */
    private static @Nullable String field(String message) {
        Matcher missing = MISSING.matcher(message);
        if (missing.find()) {
            return missing.group(1);
        }
        Matcher named = FIELD.matcher(REPEATED_VALUE.matcher(message).replaceAll(""));
        if (!named.find()) {
            return null;
        }
        for (int group = 1; group <= named.groupCount(); group++) {
            if (named.group(group) != null) {
                return named.group(group).replaceFirst("^input\\.", "");
            }
        }
        return null;
    }
}
