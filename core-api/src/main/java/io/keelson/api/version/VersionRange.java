package io.keelson.api.version;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.Require;
import java.util.regex.Pattern;
import org.semver4j.Semver;

/**
 * Which versions suit, written as npm writes it: {@code >=1.0 <2.0}, {@code ^1.2}, {@code 1.x}, {@code 1.0.0 || 1.2.0}. A
 * pre-release only suits a range that names one of the same number.
 */
public record VersionRange(@JsonValue String value) {
    private static final int MAXIMUM = 200;
    private static final String NUMBER = "v?(?:\\d{1,9}|[xX*])(?:\\.(?:\\d{1,9}|[xX*])){0,2}(?:-[0-9A-Za-z.-]+)?";
    private static final String COMPARATOR = "(?:>=|<=|>|<|=|~|\\^)? ?" + NUMBER;
    private static final String SET = "(?:" + NUMBER + " - " + NUMBER + "|" + COMPARATOR + "(?: " + COMPARATOR + ")*)";
    private static final Pattern SHAPE = Pattern.compile(SET + "(?: ?\\|\\| ?" + SET + ")*");

    @JsonCreator
    public VersionRange {
        value = Require.matching(
                "range", value, MAXIMUM, SHAPE, "a range of versions looks like \">=1.0 <2.0\", \"^1.2\" or \"1.x\"");
    }

    /** Whether this version suits. */
    public boolean includes(SemanticVersion version) {
        return new Semver(version.value()).satisfies(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
