package io.keelson.api.tenant.residency;

/** Data that is carried from one region to another; one that crosses a border is kept as an event by whoever carries it. */
public record RegionTransfer(Region from, Region to) {
    /** Whether the data stays in its region. */
    public boolean staysInRegion() {
        return from.equals(to);
    }

    /** Whether the data leaves its country. */
    public boolean crossesBorder() {
        return !from.country().equals(to.country());
    }
}
