package io.keelson.driver.process;

import io.keelson.driver.Drift;
import java.util.ArrayList;
import java.util.List;

/** Collects what differs. */
final class Drifts {
    private final List<Drift> found = new ArrayList<>();

    void add(Drift.Kind kind, String detail) {
        found.add(new Drift(kind, detail));
    }

    List<Drift> found() {
        return List.copyOf(found);
    }
}
