package io.keelson.app.job;

import io.keelson.app.KeelsonApplication;
import java.util.Objects;

/** Version of the program, as its jar says; {@code development} when it was not started from one. */
final class ProgramVersion {
    private ProgramVersion() {}

    static String current() {
        return Objects.requireNonNullElse(
                KeelsonApplication.class.getPackage().getImplementationVersion(), "development");
    }
}
