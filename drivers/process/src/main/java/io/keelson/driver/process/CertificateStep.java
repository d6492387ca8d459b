package io.keelson.driver.process;

import io.keelson.driver.DriverException;
import io.keelson.driver.FailureCode;
import io.keelson.driver.InstanceSpec;
import io.keelson.driver.StepContext;
import io.keelson.driver.StepResult;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** Gives the instance a certificate when it is to serve TLS. */
record CertificateStep(InstanceRecords records, ServerCertificate certificate) implements LocalStep {
    @Override
    public StepResult apply(StepContext context) throws IOException, DriverException {
        InstanceSpec spec = context.instance();
        if (!spec.tls()) {
            return new StepResult.NotApplicable("No TLS requested.");
        }
        records.get(spec.instanceId());
        InstanceDirectory directory = records.directory(spec.instanceId());
        if (!certificate.isUsable(spec, directory)) {
            context.progress().report(20, "A certificate is made");
            try {
                certificate.make(spec, directory);
            } catch (GeneralSecurityException failure) {
                throw new DriverException(
                        FailureCode.SYSTEM_ERROR,
                        "No certificate can be made for instance %s (%s)."
                                .formatted(spec.instanceId(), failure.getMessage()),
                        failure);
            }
            context.progress().report(90, "The certificate is there");
        }
        return StepResult.done("A certificate of the local authority is in %s.".formatted(directory.tls()));
    }

    @Override
    public StepResult remove(StepContext context) throws IOException {
        FileTree.delete(records.directory(context.instance().instanceId()).tls());
        return StepResult.done("The certificate is gone.");
    }
}
