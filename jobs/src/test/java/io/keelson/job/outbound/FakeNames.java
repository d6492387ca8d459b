package io.keelson.job.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A name service whose answers are written by a test; the last answer of a name is repeated. */
final class FakeNames implements HostResolver {
    private final Map<String, Deque<List<InetAddress>>> answers = new HashMap<>();
    private int questions;

    FakeNames with(String host, String... addresses) {
        answers.computeIfAbsent(host, _ -> new ArrayDeque<>())
                .add(Stream.of(addresses).map(InetAddress::ofLiteral).toList());
        return this;
    }

    int questions() {
        return questions;
    }

    @Override
    public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
        questions++;
        @Nullable Deque<List<InetAddress>> left = answers.get(host);
        if (left == null) {
            throw new UnknownHostException(host);
        }
        return left.size() > 1 ? left.remove() : left.element();
    }
}
