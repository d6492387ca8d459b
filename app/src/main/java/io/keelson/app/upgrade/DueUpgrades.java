package io.keelson.app.upgrade;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.InstanceStatus;
import io.keelson.api.instance.command.StartDueUpgrade;
import io.keelson.api.instance.command.UpgradeAnswer;
import io.keelson.api.instance.query.FindInstances;
import io.keelson.api.instance.query.InstanceFilter;
import io.keelson.api.instance.query.InstanceOrder;
import io.keelson.api.instance.query.InstancePage;
import io.keelson.api.instance.query.InstanceView;
import io.keelson.api.operation.OperationId;
import io.keelson.api.query.Page;
import io.keelson.api.upgrade.UpgradeDecision;
import io.keelson.api.upgrade.UpgradeOutcome;
import io.keelson.api.upgrade.UpgradeRule;
import io.keelson.api.upgrade.Verdict;
import io.keelson.api.upgrade.query.DecideUpgrades;
import io.keelson.api.upgrade.query.DecidedUpgrade;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through all active instances and asks those to begin whose upgrade is due by a window, a date or a new release. The
 * instance decides again by the same function, so two nodes that look at once, or an old view, do no harm.
 */
public final class DueUpgrades {
    private static final Logger LOG = LoggerFactory.getLogger(DueUpgrades.class);
    private static final int PART = 200;
    private static final InstanceFilter ACTIVE =
            new InstanceFilter(InstanceStatus.ACTIVE, null, null, null, null, null, null, null, null);

    private final CommandGateway commands;
    private final QueryGateway queries;
    private final Clock clock;

    DueUpgrades(CommandGateway commands, QueryGateway queries, Clock clock) {
        this.commands = commands;
        this.queries = queries;
        this.clock = clock;
    }

    /** Looks once; answers how many upgrades it has begun. */
    public int look() {
        int begun = 0;
        String after = null;
        do {
            InstancePage page = queries.query(
                            new FindInstances(ACTIVE, InstanceOrder.DEFAULT, new Page(PART, after)), InstancePage.class)
                    .join();
            begun += look(page.items());
            after = page.info().hasNextPage() ? page.cursors().getLast() : null;
        } while (after != null);
        return begun;
    }

    private int look(List<InstanceView> instances) {
        Set<InstanceId> proposed = instances.stream()
                .filter(instance -> instance.upgrades().proposal() != null)
                .map(InstanceView::id)
                .collect(Collectors.toSet());
        List<InstanceId> idle = instances.stream()
                .filter(instance -> instance.activeOperationId() == null)
                .map(InstanceView::id)
                .toList();
        return (int) queries
                .query(
                        new DecideUpgrades(idle, null, clock.instant()),
                        ResponseTypes.multipleInstancesOf(DecidedUpgrade.class))
                .join()
                .stream()
                .filter(decided -> isDue(decided, proposed))
                .filter(decided -> begin(decided.instanceId()))
                .count();
    }

    /** To begin, to be proposed to whoever approves, or to be dropped because waiting helps no more. */
    private static boolean isDue(DecidedUpgrade decided, Set<InstanceId> proposed) {
        UpgradeDecision decision = decided.decision();
        boolean waits = proposed.contains(decided.instanceId());
        List<UpgradeRule> waitsFor = decision.saying(Verdict.WAITS);
        boolean asks = decision.eligible()
                && waitsFor.contains(UpgradeRule.APPROVAL)
                && !waitsFor.contains(UpgradeRule.ROLLOUT);
        return decision.outcome() == UpgradeOutcome.STARTS || (waits ? decision.overtaken() : asks);
    }

    private boolean begin(InstanceId instance) {
        OperationId operation = OperationId.random();
        try {
            UpgradeAnswer answer = commands.sendAndWait(GenericCommandMessage.asCommandMessage(
                            new StartDueUpgrade(instance, operation))
                    .andMetaData(RequestContext.system(operation.toString()).toMetadata()));
            return answer.started();
        } catch (RuntimeException refused) {
            LOG.warn("The due upgrade of {} did not begin; it is looked at again.", instance, refused);
            return false;
        }
    }
}
