package io.keelson.graphql.limit;

/**
 * What part of a document amounts to; numbers too large to count stay at the largest.
 *
 * @param depth fields inside fields
 * @param cost tenths of a cost unit
 * @param aliases renamed fields, each as often as its fragment is spread
 * @param selections fields and spreads, each as often as its fragment is spread
 */
record Weight(int depth, long cost, long aliases, long selections) {
    static final Weight NOTHING = new Weight(0, 0, 0, 0);
    static final Weight ALIAS = new Weight(0, 0, 1, 0);
    private static final long CEILING = Integer.MAX_VALUE;

    Weight plus(Weight other) {
        return new Weight(
                Math.max(depth, other.depth),
                capped(cost + other.cost),
                capped(aliases + other.aliases),
                capped(selections + other.selections));
    }

    /** This as the content of one more selection. */
    Weight within(int moreDepth, long moreCost) {
        return new Weight(depth + moreDepth, capped(cost + moreCost), aliases, capped(selections + 1));
    }

    Weight times(long size) {
        return new Weight(depth, capped(cost * size), aliases, selections);
    }

    private static long capped(long number) {
        return Math.min(number, CEILING);
    }
}
