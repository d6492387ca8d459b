package io.keelson.job.outbound;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Secrets of the configuration, which requests name as {@code ${secret:name}} instead of holding them. */
public final class OutboundSecrets {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{secret:([^}]*)}");
    private static final String MASK = "***";

    private final Map<String, String> secrets;

    /** Takes the settings {@code keelson.outbound.secrets.*}; an empty value is no secret. */
    public OutboundSecrets(Map<String, String> secrets) {
        Map<String, String> known = new HashMap<>(secrets);
        known.values().removeIf(String::isEmpty);
        this.secrets = Map.copyOf(known);
    }

    /** Whether the text names a secret. */
    static boolean named(String text) {
        return REFERENCE.matcher(text).find();
    }

    /**
     * The text with the secrets in their places.
     *
     * @throws OutboundFailure REQUEST_REFUSED when a secret is not configured
     */
    String fill(String text) throws OutboundFailure {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (reference.find()) {
            String secret = secrets.get(reference.group(1));
            if (secret == null) {
                throw new OutboundFailure(
                        OutboundFailure.Kind.REQUEST_REFUSED,
                        "secret \"%s\" is not configured; set keelson.outbound.secrets.%s"
                                .formatted(reference.group(1), reference.group(1)));
            }
            reference.appendReplacement(filled, Matcher.quoteReplacement(secret));
        }
        return reference.appendTail(filled).toString();
    }

    /** Takes every secret out of a text again, for servers that repeat what they were told. */
    UnaryOperator<String> mask() {
        return text -> {
            String masked = text;
            for (String secret : secrets.values()) {
                masked = masked.replace(secret, MASK);
            }
            return masked;
        };
    }

    @Override
    public String toString() {
        return MASK;
    }
}
