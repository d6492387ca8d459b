package io.keelson.query.instance;

import io.keelson.api.actor.Actor;
import io.keelson.api.instance.InstanceId;
import io.keelson.api.rollout.RolloutId;
import io.keelson.api.rollout.RolloutMember;
import io.keelson.api.rollout.RolloutSpec;
import io.keelson.api.rollout.command.StartRollout;
import io.keelson.api.rollout.event.RolloutStarted;
import io.keelson.api.rollout.query.PlanRollout;
import io.keelson.api.rollout.query.PreviewRollout;
import io.keelson.api.rollout.query.RolloutPreview;
import io.keelson.query.channel.ChannelReader;
import io.keelson.query.rollout.RolloutReader;
import io.keelson.query.version.ReleaseReader;
import io.keelson.upgrade.rollout.RolloutSimulation;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says whom a rollout would reach, and how it would go. */
@Component
class RolloutPlanQueries {
    /** A rollout that is about to be simulated, with all that is read for it. */
    private record Prepared(RolloutId id, List<RolloutMember> members, PreviewedFleet fleet) {}

    private final InstanceRepository instances;
    private final ReleaseReader releases;
    private final ChannelReader channels;
    private final RolloutReader rollouts;
    private final TransactionTemplate transaction;

    RolloutPlanQueries(
            InstanceRepository instances,
            ReleaseReader releases,
            ChannelReader channels,
            RolloutReader rollouts,
            PlatformTransactionManager transactions) {
        this.instances = instances;
        this.releases = releases;
        this.channels = channels;
        this.rollouts = rollouts;
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    @QueryHandler
    List<RolloutMember> handle(PlanRollout query) {
        return transaction
                .execute(_ -> RolloutFleet.read(query.spec(), instances))
                .members();
    }

    /** Refuses what the start of the rollout would refuse. */
    @QueryHandler
    RolloutPreview handle(PreviewRollout query) {
        // The connection goes back before the simulation.
        Prepared prepared = transaction.execute(_ -> prepare(query.spec()));
        RolloutStarted started = new RolloutStarted(
                prepared.id(), query.spec(), prepared.members().size(), Actor.SYSTEM.id());
        return RolloutSimulation.of(query, started, prepared.members(), prepared.fleet());
    }

    private Prepared prepare(RolloutSpec spec) {
        RolloutId id = RolloutId.random();
        RolloutFleet fleet = RolloutFleet.read(spec, instances);
        List<RolloutMember> members = new StartRollout(id, spec, fleet.members()).members();
        var holds = rollouts.holds(
                fleet.candidates().keySet().stream().map(InstanceId::value).toList());
        return new Prepared(
                id, members, new PreviewedFleet(id, spec, fleet, holds, new UpgradeSubjects(releases, channels)));
    }
}
