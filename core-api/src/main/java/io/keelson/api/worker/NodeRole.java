package io.keelson.api.worker;

/** What a node does; a node may do all of it. */
public enum NodeRole {
    /** Serves GraphQL. */
    API,
    /** Runs jobs. */
    WORKER,
    /** Runs projections, sagas and automations. */
    PROJECTOR
}
