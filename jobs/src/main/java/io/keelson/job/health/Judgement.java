package io.keelson.job.health;

import io.keelson.api.instance.InstanceHealth;

/**
 * How healthy an instance counts as, after any number of looks. One look changes nothing: so many in a row must be worse,
 * or better, than what counts. Of looks that differ among themselves the one that is nearest to what counts decides.
 *
 * @param settled what counts
 * @param leaning where the last looks point to; the same as settled when they point nowhere
 * @param streak how many looks in a row point there
 */
record Judgement(InstanceHealth settled, InstanceHealth leaning, int streak) {
    /** After a health check that an operation has passed. */
    static final Judgement HEALTHY = of(InstanceHealth.HEALTHY);

    /** How many looks in a row count. */
    record Thresholds(int unhealthyAfter, int degradedAfter, int healthyAfter) {
        int of(InstanceHealth health) {
            return switch (health) {
                case UNHEALTHY -> unhealthyAfter;
                case DEGRADED -> degradedAfter;
                case HEALTHY, UNKNOWN -> healthyAfter;
            };
        }
    }

    static Judgement of(InstanceHealth health) {
        return new Judgement(health, health, 0);
    }

    Judgement after(InstanceHealth seen, Thresholds thresholds) {
        if (seen == settled) {
            return of(settled);
        }
        boolean sameWay = streak > 0 && worse(leaning) == worse(seen);
        InstanceHealth towards = sameWay ? nearer(leaning, seen) : seen;
        int looks = sameWay ? streak + 1 : 1;
        return looks >= thresholds.of(towards) ? of(towards) : new Judgement(settled, towards, looks);
    }

    private boolean worse(InstanceHealth health) {
        return health.compareTo(settled) > 0;
    }

    // Healths are declared from the best to the worst.
    private InstanceHealth nearer(InstanceHealth one, InstanceHealth other) {
        boolean first = worse(one) ? one.compareTo(other) <= 0 : one.compareTo(other) >= 0;
        return first ? one : other;
    }
}
