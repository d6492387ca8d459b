package io.keelson.benchmark.figure;

/**
 * One measured value.
 *
 * @param what what was measured
 * @param measured how much it was
 * @param against the peer or the limit, measured in the same run; empty when there is none
 * @param ratio ours to the peer's; empty when there is none
 * @param goal what was asked for and whether it was reached; empty when nothing was
 */
public record Figure(String what, String measured, String against, String ratio, String goal) {
    public static Figure of(String what, String measured) {
        return new Figure(what, measured, "", "", "");
    }

    public Figure against(String peer) {
        return new Figure(what, measured, peer, ratio, goal);
    }

    public Figure ratio(double ours) {
        return new Figure(what, measured, against, "%.2f".formatted(ours), goal);
    }

    public Figure goal(String asked, boolean reached) {
        return new Figure(what, measured, against, ratio, asked + (reached ? ": reached" : ": MISSED"));
    }
}
