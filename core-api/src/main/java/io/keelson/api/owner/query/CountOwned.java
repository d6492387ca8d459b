package io.keelson.api.owner.query;

import io.keelson.api.owner.OwnerId;
import java.util.List;

/** Asks how much owners own; answers a list of {@link OwnedCount} in no order, one for each owner. */
public record CountOwned(List<OwnerId> owners) {}
