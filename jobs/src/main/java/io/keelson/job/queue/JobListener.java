package io.keelson.job.queue;

import java.util.List;

/** Hears of tries that have ended on this node, and of those on dead nodes that this one has found. */
@FunctionalInterface
public interface JobListener {
    /** Called on the dispatcher's thread after these outcomes are durable; must be quick. What it throws is logged. */
    void ended(List<EndedJob> jobs);
}
