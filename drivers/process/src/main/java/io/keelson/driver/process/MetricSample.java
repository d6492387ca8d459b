package io.keelson.driver.process;

import java.util.Map;

/** One figure that a workload tells. */
record MetricSample(String name, Map<String, String> labels, double value) {
    MetricSample {
        labels = Map.copyOf(labels);
    }
}
