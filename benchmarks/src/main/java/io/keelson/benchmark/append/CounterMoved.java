package io.keelson.benchmark.append;

import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** A counter was made or moved. */
@LogicalName("benchmark.counter-moved")
@Revision("1")
record CounterMoved(String counterId) {}
