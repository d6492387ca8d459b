package io.keelson.query.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.rollout.RolloutPlace;
import java.util.List;
import java.util.stream.Stream;

/** Places of a rollout that wait for somebody's approval, in the order in which they began to. */
record WaitingGates(@JsonValue List<RolloutPlace> places) {
    static final WaitingGates NONE = new WaitingGates(List.of());

    @JsonCreator
    WaitingGates {
        places = List.copyOf(places);
    }

    WaitingGates plus(RolloutPlace place) {
        return new WaitingGates(
                Stream.concat(minus(place).places.stream(), Stream.of(place)).toList());
    }

    WaitingGates minus(RolloutPlace place) {
        return new WaitingGates(
                places.stream().filter(known -> !known.equals(place)).toList());
    }
}
