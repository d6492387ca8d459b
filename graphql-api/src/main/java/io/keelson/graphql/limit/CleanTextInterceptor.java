package io.keelson.graphql.limit;

import io.keelson.api.error.RejectedException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * Refuses text that neither a database nor an encoder can hold: the character NUL and halves of surrogate pairs. Values
 * nested deeper than anything sensible are refused too.
 */
public final class CleanTextInterceptor implements WebGraphQlInterceptor {
    private static final int MAXIMUM_DEPTH = 50;
    private static final Pattern ESCAPED_NUL = Pattern.compile("\\\\u(?:0000|\\{0+})");

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        try {
            check("query", request.getDocument());
            check("operationName", request.getOperationName());
            check("variables", request.getVariables(), 0);
        } catch (RejectedException refused) {
            return Mono.error(refused);
        }
        if (ESCAPED_NUL.matcher(request.getDocument()).find()) {
            return Mono.error(unclean("query"));
        }
        return chain.next(request);
    }

    private static void check(String place, @Nullable Object value, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            throw RejectedException.invalid("variables", "A variable is nested more than 50 deep.");
        }
        switch (value) {
            case null -> {}
            case String text -> check(place, text);
            case Map<?, ?> map ->
                map.forEach((key, nested) -> {
                    check(place, String.valueOf(key));
                    check(place + "." + key, nested, depth + 1);
                });
            case Iterable<?> list -> list.forEach(nested -> check(place, nested, depth + 1));
            default -> {}
        }
    }

    private static void check(String place, @Nullable String text) {
        if (text != null && (text.indexOf('\0') >= 0 || text.codePoints().anyMatch(CleanTextInterceptor::isHalf))) {
            throw unclean(place);
        }
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static RejectedException unclean(String place) {
        String field = place.replaceFirst("^variables\\.(input\\.)?", "");
        return RejectedException.invalid(
                field, field + " contains the character NUL or half of a surrogate pair, which cannot be stored.");
    }
}
