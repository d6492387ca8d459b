package io.keelson.api.partner;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address in lower case, at most 254 characters (RFC 5321, 4.5.3.1.3); unique among partners. */
public record EmailAddress(@JsonValue String value) {
    private static final int MAXIMUM = 254;
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\"(),:;<>\\[\\\\\\]]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)*");

    @JsonCreator
    public EmailAddress {
        value = Require.matching("email", value, MAXIMUM, SHAPE, "an address looks like name@example.com")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
