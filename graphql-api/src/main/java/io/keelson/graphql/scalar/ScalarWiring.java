package io.keelson.graphql.scalar;

import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.RuntimeWiring;
import java.time.Duration;
import java.time.Instant;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The scalars of the schema. */
public final class ScalarWiring implements RuntimeWiringConfigurer {
    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.scalar(named("JSON", new JsonCoercing()));
        wiring.scalar(named(
                "DateTime", new TextCoercing<>(Instant::parse, "A DateTime looks like \"2026-03-01T12:00:00Z\".")));
        wiring.scalar(named("Duration", new TextCoercing<>(Duration::parse, "A Duration looks like \"PT1M30S\".")));
        wiring.scalar(named("Semver", new SemverCoercing()));
    }

    private static GraphQLScalarType named(String name, Coercing<?, ?> coercing) {
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }
}
