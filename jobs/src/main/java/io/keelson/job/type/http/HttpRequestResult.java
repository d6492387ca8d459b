package io.keelson.job.type.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keelson.job.outbound.OutboundAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the job keeps of an answer.
 *
 * @param body the text, or null when the bytes are no UTF-8
 * @param bodyBase64 the bytes when they are no UTF-8, or null
 * @param truncated whether there was more than the 64 KiB that are kept
 * @param redirects how many were followed
 * @param milliseconds from the look-up of the name to the last byte
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HttpRequestResult(
        int status,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String bodyBase64,
        boolean truncated,
        int redirects,
        long milliseconds) {
    private static final int LONGEST_CHARACTER = 4;

    static HttpRequestResult of(OutboundAnswer answer, long milliseconds) {
        String text = text(answer.body(), answer.truncated());
        return new HttpRequestResult(
                answer.status(),
                answer.headers(),
                text,
                text == null ? Base64.getEncoder().encodeToString(answer.body()) : null,
                answer.truncated(),
                answer.redirects(),
                milliseconds);
    }

    /** A body that was cut may end within a character. */
    private static @Nullable String text(byte[] bytes, boolean cut) {
        int most = cut ? Math.min(LONGEST_CHARACTER, bytes.length) : 1;
        for (int dropped = 0; dropped < most; dropped++) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - dropped))
                        .toString();
                // PostgreSQL keeps no NUL in JSON.
                return text.indexOf('\0') < 0 ? text : null;
            } catch (CharacterCodingException cutOrNoText) {
                // One byte less may end between two characters.
            }
        }
        return null;
    }
}
