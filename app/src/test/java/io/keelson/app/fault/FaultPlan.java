package io.keelson.app.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What is ordered and what is broken, drawn from a seed before anything happens. */
record FaultPlan(List<Round> rounds) {
    private static final int LONGEST_WAIT = 4_000;

    /** Some orders, and a blow a while after they were sent. */
    record Round(List<Order> orders, Fault fault, Duration before) {}

    /** One instance to provision. */
    record Order(String name, String version, boolean terminated) {
        boolean healthy() {
            return !version.equals("1.2.0");
        }
    }

    /**
     * Draws a plan with two faults for three provisionings; one of ten or more freezes the control plane once.
     *
     * @param provisionings 1 or more
     */
    static FaultPlan draw(long seed, int provisionings) {
        Random random = new Random(seed);
        List<Order> orders = IntStream.range(0, provisionings)
                .mapToObj(number -> order(number, random))
                .toList();
        int faults = Math.max(2, provisionings * 2 / 3);
        int frozen = provisionings < 10 ? -1 : random.nextInt(faults);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < faults; i++) {
            rounds.add(new Round(
                    orders.subList(i * provisionings / faults, (i + 1) * provisionings / faults),
                    i == frozen ? Fault.FREEZE : kill(i, random),
                    Duration.ofMillis(random.nextInt(LONGEST_WAIT))));
        }
        return new FaultPlan(rounds);
    }

    List<Order> orders() {
        return rounds.stream().flatMap(round -> round.orders().stream()).toList();
    }

    /** The first two are one of each kind, so that the smallest plan has both. */
    private static Fault kill(int round, Random random) {
        boolean database = round < 2 ? round == 1 : random.nextBoolean();
        return database ? Fault.KILL_DATABASE : Fault.KILL_CONTROL_PLANE;
    }

    private static Order order(int number, Random random) {
        int lot = random.nextInt(10);
        String version = lot < 2 ? "1.2.0" : lot < 6 ? "1.0.0" : "1.1.0";
        return new Order("campaign %d".formatted(number), version, random.nextInt(10) < 3);
    }
}
