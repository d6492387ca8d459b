package io.keelson.api.instance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.Locale;
import java.util.regex.Pattern;

/** Name of the code that touches real infrastructure, for example {@code process}; read without regard to case. */
public record DriverName(@JsonValue String value) {
    private static final int MAXIMUM = 32;
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z-]*");

    /** A real operating-system process per instance. */
    public static final DriverName PROCESS = new DriverName("process");

    @JsonCreator
    public DriverName {
        value = Require.text("driver", value, MAXIMUM).toLowerCase(Locale.ROOT);
        value = Require.matching("driver", value, MAXIMUM, SHAPE, "a driver name holds letters and hyphens");
    }

    @Override
    public String toString() {
        return value;
    }
}
