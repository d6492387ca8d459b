package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.ProcessWorkload;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import io.keelson.driver.WorkloadFile;
import java.io.IOException;

/** Reads the files of a release before anything is touched. */
record ReleaseCheckStep() implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        Specification.requireFits(spec);
        ProcessWorkload workload = Specification.workload(spec);
        for (WorkloadFile file : workload.files()) {
            ReleaseFiles.check(spec, file);
        }
        return StepResult.done("The %d files of %s %s can be had."
                .formatted(workload.files().size(), spec.component(), spec.version()));
    }
}
