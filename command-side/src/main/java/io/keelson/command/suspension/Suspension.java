package io.keelson.command.suspension;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.owner.OwnerId;
import io.keelson.api.suspension.SuspensionId;
import io.keelson.api.suspension.command.LiftSuspension;
import io.keelson.api.suspension.command.ListInstances;
import io.keelson.api.suspension.command.ReleaseInstances;
import io.keelson.api.suspension.command.StartSuspension;
import io.keelson.api.suspension.event.InstancesListed;
import io.keelson.api.suspension.event.InstancesReleased;
import io.keelson.api.suspension.event.SuspensionLifted;
import io.keelson.api.suspension.event.SuspensionStarted;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.directory.Directory;
import io.keelson.command.directory.KnownInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The suspension of a partner or tenant: finds what they own, a few instances at a time, and lets it go again the same
 * way. What is late or repeated is ignored, never refused: its sender runs again after a crash.
 */
@Aggregate(type = "suspension")
class Suspension {
    /** Each instance costs one small transaction more while its part is handled, so a part must stay small. */
    static final int PART = 20;

    @AggregateIdentifier
    private SuspensionId suspensionId;

    private OwnerId owner;
    private final List<InstanceId> listed = new ArrayList<>();
    private boolean complete;
    private boolean lifted;
    private int released;

    Suspension() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(StartSuspension command, Claims claims) {
        String id = command.suspensionId().toString();
        if (claims.claim(new ClaimKey(ClaimKind.SUSPENSION, id), id)) {
            apply(new SuspensionStarted(command.suspensionId(), command.owner()));
        }
    }

    @CommandHandler
    void decide(ListInstances command, Directory directory) {
        InstanceId last = listed.isEmpty() ? null : listed.getLast();
        if (complete || lifted || !Objects.equals(command.after(), last)) {
            return;
        }
        List<InstanceId> found = directory.instancesOf(owner, last, PART).stream()
                .map(KnownInstance::instanceId)
                .toList();
        apply(new InstancesListed(suspensionId, found, found.size() < PART));
    }

    @CommandHandler
    void decide(LiftSuspension command) {
        if (!lifted) {
            apply(new SuspensionLifted(suspensionId));
        }
    }

    @CommandHandler
    void decide(ReleaseInstances command) {
        if (!lifted || command.released() != released || released == listed.size()) {
            return;
        }
        int end = Math.min(released + PART, listed.size());
        apply(new InstancesReleased(suspensionId, listed.subList(released, end), end, end == listed.size()));
    }

    @EventSourcingHandler
    void evolve(SuspensionStarted event) {
        suspensionId = event.suspensionId();
        owner = event.owner();
    }

    @EventSourcingHandler
    void evolve(InstancesListed event) {
        listed.addAll(event.instances());
        complete = event.last();
    }

    @EventSourcingHandler
    void evolve(SuspensionLifted event) {
        lifted = true;
    }

    @EventSourcingHandler
    void evolve(InstancesReleased event) {
        released = event.released();
    }
}
