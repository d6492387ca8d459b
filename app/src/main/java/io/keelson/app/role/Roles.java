package io.keelson.app.role;

import io.keelson.api.worker.NodeRole;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The setting {@code keelson.roles}: some of {@code api, worker, projector}; all of them when it is left out. */
public record Roles(Set<NodeRole> set) {
    private static final String SETTING = "keelson.roles";

    /** Reads the setting; anything else in it stops the start with a message that names it. */
    public static Roles of(Environment environment) {
        Set<NodeRole> roles = Binder.get(environment)
                .bind(SETTING, Bindable.setOf(NodeRole.class))
                .orElseGet(Set::of);
        return new Roles(roles.isEmpty() ? EnumSet.allOf(NodeRole.class) : EnumSet.copyOf(roles));
    }

    public boolean has(NodeRole role) {
        return set.contains(role);
    }

    /** Whether the node does nothing but run jobs. */
    public boolean onlyWorker() {
        return set.equals(Set.of(NodeRole.WORKER));
    }
}
