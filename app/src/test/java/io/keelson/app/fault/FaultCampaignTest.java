package io.keelson.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.keelson.app.story.KeelsonProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Provisions and terminates while the control plane and its database are killed at random moments, and looks afterwards
 * whether anything is lost, doubled, orphaned or without an end. Three provisionings by default; the system property
 * {@code keelson.fault-campaign} asks for more, {@code keelson.fault-seed} repeats a run. It lasts as long as anything
 * happens.
 */
class FaultCampaignTest {
    private static final Logger LOG = LoggerFactory.getLogger(FaultCampaignTest.class);
    private static final int CUSTOMERS = 4;
    private static final Duration GOES_ON = Duration.ofSeconds(30);

    private final int provisionings = Integer.getInteger("keelson.fault-campaign", 3);
    private final long seed = Long.getLong("keelson.fault-seed", 22);

    @Test
    void everyOperationEndsAndNothingIsLostDoubledOrOrphaned() throws Exception {
        LOG.info("Fault campaign of {} provisionings with -Dkeelson.fault-seed={}", provisionings, seed);
        FaultPlan plan = FaultPlan.draw(seed, provisionings);
        Path home = Files.createTempDirectory("keelson-faults");
        try (KeelsonProcess keelson = KeelsonProcess.in(home);
                ExecutorService customers = Executors.newFixedThreadPool(CUSTOMERS)) {
            keelson.start(null).awaitReady();
            Customer customer = new Customer(keelson.client(), new Progress(home));
            Blows blows = new Blows(keelson);
            List<Receipt> receipts = run(plan, customer, blows, customers);
            keelson.awaitReady();

            report(customer, blows, receipts, Pauses.in(Database.in(home)));
            Aftermath aftermath = Aftermath.of(keelson.client(), home);
            aftermath.nothingAcknowledgedIsLostOrDoubled(customer.acknowledgements());
            aftermath.everyOperationIsOver();
            aftermath.activeInstancesServeAndNothingElseIsThere();
            assertThat(receipts).allSatisfy(FaultCampaignTest::endedAsOrdered);
            assertThat(Pauses.in(Database.in(home)).longest())
                    .allSatisfy(pause ->
                            assertThat(pause.sinceReady(blows.struck())).isLessThan(GOES_ON));
            keelson.client().terminateAll();
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private static List<Receipt> run(FaultPlan plan, Customer customer, Blows blows, ExecutorService customers)
            throws Exception {
        List<Future<Receipt>> pending = new ArrayList<>();
        for (FaultPlan.Round round : plan.rounds()) {
            round.orders().forEach(order -> pending.add(customers.submit(() -> customer.carryOut(order))));
            TimeUnit.MILLISECONDS.sleep(round.before().toMillis());
            blows.strike(round.fault());
        }
        List<Receipt> receipts = new ArrayList<>();
        for (Future<Receipt> receipt : pending) {
            receipts.add(receipt.get());
        }
        return receipts;
    }

    /** A healthy release may be taken back, too: when it dies with the database before it was ever healthy. */
    private static void endedAsOrdered(Receipt receipt) {
        assertThat(receipt.provisioning().path("state").asString())
                .as("%s", receipt)
                .isIn(receipt.order().healthy() ? List.of("SUCCEEDED", "ROLLED_BACK") : List.of("ROLLED_BACK"));
        if (receipt.termination() != null) {
            assertThat(receipt.termination().path("state").asString())
                    .as("%s", receipt)
                    .isEqualTo("SUCCEEDED");
        }
    }

    private static void report(Customer customer, Blows blows, List<Receipt> receipts, Pauses pauses) {
        blows.struck().forEach(blow -> LOG.info("{}: ready again after {}", blow, blow.outage()));
        receipts.forEach(receipt -> LOG.info(
                "{}: {}: {}",
                receipt.order(),
                receipt.provisioning().path("state").asString(),
                receipt.provisioning().path("message").asString()));
        customer.troubles().forEach((trouble, times) -> LOG.info("{} times {}", times, trouble));
        pauses.longest().stream()
                .limit(10)
                .forEach(pause -> LOG.info(
                        "{} stood still for {}, {} since the last blow was over",
                        pause,
                        pause.length(),
                        pause.sinceReady(blows.struck())));
    }
}
