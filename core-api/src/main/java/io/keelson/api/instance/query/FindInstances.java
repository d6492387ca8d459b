package io.keelson.api.instance.query;

import io.keelson.api.query.Page;

/** Asks for instances; answers an {@link InstancePage}. */
public record FindInstances(InstanceFilter filter, InstanceOrder order, Page page) {}
