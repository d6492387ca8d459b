package io.keelson.query.read;

import io.keelson.api.error.Require;
import io.keelson.query.row.FoldedName;
import io.keelson.query.row.ProjectedRow;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.PredicateSpecification;

/** Conditions that must all hold; one without a value is left out. */
public final class Filter<E extends ProjectedRow> {
    private static final int MAXIMUM_TEXT = 100;
    private static final char ESCAPE = '\\';

    private final List<PredicateSpecification<E>> conditions = new ArrayList<>();

    /** The field of the row has this value. */
    public Filter<E> equal(String attribute, @Nullable Object value) {
        if (value != null) {
            conditions.add((row, build) -> build.equal(row.get(attribute), value));
        }
        return this;
    }

    /** The field of the row has another value than this. */
    public Filter<E> not(String attribute, Object value) {
        conditions.add((row, build) -> build.notEqual(row.get(attribute), value));
        return this;
    }

    /** The field of the row has the value that {@code column} makes of this one. */
    public <T> Filter<E> equal(String attribute, @Nullable T value, Function<T, ?> column) {
        return equal(attribute, value == null ? null : column.apply(value));
    }

    /** The name contains this text, without regard to case. Blank text matches every name. */
    public Filter<E> nameContains(@Nullable String part) {
        return contains("nameContains", part, "foldedName");
    }

    /** One of these fields, which hold folded text, contains this text. Blank text matches everything. */
    public Filter<E> textContains(@Nullable String part, String... attributes) {
        return contains("text", part, attributes);
    }

    /** The field of the row holds the text that {@code column} makes of this value. */
    public <T> Filter<E> holds(String attribute, @Nullable T value, Function<T, String> column) {
        if (value != null) {
            String pattern = "%" + escaped(column.apply(value)) + "%";
            conditions.add((row, build) -> build.like(row.get(attribute), pattern, ESCAPE));
        }
        return this;
    }

    private static String escaped(String text) {
        return text.replaceAll("[%_\\\\]", "\\\\$0");
    }

    private Filter<E> contains(String field, @Nullable String part, String... attributes) {
        if (part != null && !part.isBlank()) {
            String text = Require.text(field, part, MAXIMUM_TEXT);
            String pattern = "%" + escaped(FoldedName.of(text)) + "%";
            conditions.add((row, build) -> build.or(Stream.of(attributes)
                    .map(attribute -> build.like(row.get(attribute), pattern, ESCAPE))
                    .toArray(Predicate[]::new)));
        }
        return this;
    }

    PredicateSpecification<E> specification() {
        return PredicateSpecification.allOf(conditions);
    }
}
