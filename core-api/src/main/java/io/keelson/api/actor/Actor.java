package io.keelson.api.actor;

/**
 * Who acts.
 *
 * @param id stable id of the principal, never personal data
 */
public record Actor(String id, ActorType type) {
    /** The person at the machine while there is no sign-in and the server listens on loopback only. */
    public static final Actor LOCAL_OPERATOR = new Actor("local-operator", ActorType.SUPER_ADMIN);

    /** Keelson itself: sagas, jobs and seeds that no request stands behind. */
    public static final Actor SYSTEM = new Actor("keelson", ActorType.SYSTEM);
}
