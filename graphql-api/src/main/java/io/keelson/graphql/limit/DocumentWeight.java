package io.keelson.graphql.limit;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the operations of a document without running them. A field with fields of its own costs 10, any other 1; what
 * stands below {@code edges} counts as often as the connection has items ({@code first}, or 20 when nothing is said).
 * Each fragment is weighed once, so nested spreads cannot blow up the work.
 */
final class DocumentWeight {
    private static final long OBJECT = 10;
    private static final long VALUE = 1;
    private static final long DEFAULT_SIZE = 20;

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;
    private final Map<Spread, Weight> weighed = new HashMap<>();

    DocumentWeight(Document document, Map<String, Object> variables) {
        this.variables = variables;
        this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (first, _) -> first));
    }

    Weight of(OperationDefinition operation) {
        return of(operation.getSelectionSet(), DEFAULT_SIZE);
    }

    private Weight of(@Nullable SelectionSet selections, long size) {
        Weight sum = Weight.NOTHING;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = sum.plus(of(selection, size));
            }
        }
        return sum;
    }

    private Weight of(Selection<?> selection, long size) {
        return switch (selection) {
            case Field field -> of(field, size);
            case InlineFragment inline -> of(inline.getSelectionSet(), size).within(0, 0);
            case FragmentSpread spread -> of(new Spread(spread.getName(), size)).within(0, 0);
            default -> Weight.NOTHING;
        };
    }

    private Weight of(Field field, long size) {
        boolean leaf = field.getSelectionSet() == null;
        Weight weight = of(field.getSelectionSet(), sizeOf(field)).within(1, leaf ? VALUE : OBJECT);
        if (field.getAlias() != null) {
            weight = weight.plus(Weight.ALIAS);
        }
        return field.getName().equals("edges") ? weight.times(size) : weight;
    }

    private Weight of(Spread spread) {
        @Nullable Weight known = weighed.get(spread);
        if (known != null) {
            return known;
        }
        @Nullable FragmentDefinition fragment = fragments.get(spread.fragment());
        if (fragment == null) {
            return Weight.NOTHING;
        }
        // A fragment that contains itself weighs nothing inside; validation refuses it later.
        weighed.put(spread, Weight.NOTHING);
        Weight weight = of(fragment.getSelectionSet(), spread.size());
        weighed.put(spread, weight);
        return weight;
    }

    private long sizeOf(Field field) {
        List<Argument> arguments = field.getArguments();
        return arguments.stream()
                .filter(argument -> argument.getName().equals("first"))
                .findFirst()
                .map(argument -> number(argument.getValue()))
                .orElse(DEFAULT_SIZE);
    }

    private long number(@Nullable Value<?> value) {
        if (value instanceof IntValue literal) {
            return Math.max(
                    1,
                    literal.getValue()
                            .min(java.math.BigInteger.valueOf(Integer.MAX_VALUE))
                            .longValue());
        }
        if (value instanceof VariableReference reference
                && variables.get(reference.getName()) instanceof Number number) {
            return Math.clamp(number.longValue(), 1, Integer.MAX_VALUE);
        }
        return DEFAULT_SIZE;
    }

    private record Spread(String fragment, long size) {}
}
