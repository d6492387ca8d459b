package io.keelson.api.instance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.regex.Pattern;

/**
 * Label of an instance, 1 to 63 characters, unique among instances that are not gone, compared without case. It is
 * only a label: directories, databases and processes are named after the id, so no name can reach them.
 */
public record InstanceName(@JsonValue String value) {
    private static final int MAXIMUM = 63;
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} _-]|\\.(?!\\.))*");

    @JsonCreator
    public InstanceName {
        value = Require.matching(
                "name",
                value,
                MAXIMUM,
                SHAPE,
                "a name starts with a letter or digit and holds letters, digits, spaces, '-', '_' and single dots");
    }

    @Override
    public String toString() {
        return value;
    }
}
