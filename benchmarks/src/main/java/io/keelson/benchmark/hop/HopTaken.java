package io.keelson.benchmark.hop;

import io.keelson.api.message.LogicalName;
import org.axonframework.serialization.Revision;

/** Something that one handler of each node waits for. */
@LogicalName("benchmark.hop-taken")
@Revision("1")
record HopTaken(int number) {}
