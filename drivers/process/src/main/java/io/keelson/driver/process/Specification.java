package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.WorkloadFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether a specification fits this driver. */
final class Specification {
    private Specification() {}

    /** What runs, in a specification that has it. */
    static ProcessWorkload workload(InstanceSpec spec) throws DriverException {
        ProcessWorkload workload = spec.workload();
        if (workload == null) {
            throw refused(
                    spec,
                    "release %s %s brings nothing for the process driver; choose another driver or release"
                            .formatted(spec.component(), spec.version()));
        }
        return workload;
    }

    static void requireFits(InstanceSpec spec) throws DriverException {
        ProcessWorkload workload = workload(spec);
        requireRegionAllowed(spec);
        if (workload.command().isEmpty()) {
            throw refused(spec, "the release names no command");
        }
        requireAddress(spec, workload.healthPath());
        for (String path : workload.smokePaths()) {
            requireAddress(spec, path);
        }
        if (workload.metricsPath() != null) {
            requireAddress(spec, workload.metricsPath());
        }
        for (WorkloadFile file : workload.files()) {
            requireRelative(spec, file.path());
        }
        for (String name : workload.environment().keySet()) {
            if (name.isEmpty() || name.contains("=")) {
                throw refused(spec, "a variable of the release is called \"%s\"".formatted(name));
            }
        }
        if (texts(workload).anyMatch(text -> text.indexOf('\0') >= 0)) {
            throw refused(spec, "a command or variable of the release holds a NUL character");
        }
    }

    static void requireRegionAllowed(InstanceSpec spec) throws DriverException {
        List<String> allowed = spec.dataResidency();
        if (!allowed.isEmpty() && !allowed.contains(spec.region())) {
            throw refused(
                    spec,
                    "region %s is not among the regions %s its data may rest in".formatted(spec.region(), allowed));
        }
    }

    private static void requireRelative(InstanceSpec spec, String path) throws DriverException {
        Path inside = Path.of("/inside");
        Path target = inside.resolve(path).normalize();
        if (!target.startsWith(inside) || target.equals(inside)) {
            throw refused(spec, "the file path \"%s\" leads out of the instance's directory".formatted(path));
        }
    }

    private static void requireAddress(InstanceSpec spec, String path) throws DriverException {
        boolean valid = path.startsWith("/");
        try {
            URI.create("http://127.0.0.1" + path);
        } catch (IllegalArgumentException malformed) {
            valid = false;
        }
        if (!valid) {
            throw refused(spec, "\"%s\" is not the path of an address".formatted(path));
        }
    }

    private static Stream<String> texts(ProcessWorkload workload) {
        return Stream.of(
                        workload.prepare().stream(),
                        workload.migrate().stream(),
                        workload.command().stream(),
                        workload.environment().keySet().stream(),
                        workload.environment().values().stream())
                .flatMap(texts -> texts);
    }

    static DriverException refused(InstanceSpec spec, String reason) {
        return new DriverException(
                FailureCode.SPECIFICATION_REFUSED, "Instance %s is refused: %s.".formatted(spec.instanceId(), reason));
    }
}
