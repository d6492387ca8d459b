package io.keelson.query.read;

import io.keelson.api.query.Direction;
import io.keelson.query.row.ProjectedRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.PredicateSpecification;

/**
 * The order of a list: by one sort key, ties by id.
 *
 * @param name marks cursors, so that one of another order is not taken for one of this
 * @param attribute the field of the row that holds the key
 * @param key the key of a row
 * @param parse reads the text form of a key; refuses with a RejectedException what the database could not compare
 */
public record Ordering<E extends ProjectedRow, K extends Comparable<? super K>>(
        String name, String attribute, Direction direction, Function<E, K> key, Function<String, K> parse) {
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** By the time of the first event. */
    public static <E extends ProjectedRow> Ordering<E, Instant> byCreation(Direction direction) {
        return new Ordering<>(
                "CREATED_AT_" + direction, "createdAt", direction, ProjectedRow::createdAt, Ordering::instant);
    }

    /** By name without regard to case; {@code name} gives the folded name. */
    public static <E extends ProjectedRow> Ordering<E, String> byName(Direction direction, Function<E, String> name) {
        return new Ordering<>("NAME_" + direction, "foldedName", direction, name, text -> text);
    }

    /** By a whole number, from the smallest on. */
    public static <E extends ProjectedRow> Ordering<E, Integer> byNumber(Function<E, Integer> number) {
        return new Ordering<>("NUMBER_ASC", "number", Direction.ASC, number, Ordering::integer);
    }

    /** By the name of a status. */
    public static <E extends ProjectedRow, S extends Enum<S>> Ordering<E, S> byStatus(
            Direction direction, Function<E, S> status, Class<S> type) {
        return new Ordering<>("STATUS_" + direction, "status", direction, status, text -> constant(type, text));
    }

    Sort sort() {
        return Sort.by(direction == Direction.ASC ? Sort.Direction.ASC : Sort.Direction.DESC, attribute, "id");
    }

    /** The place of a row in a list of this order. */
    public String cursor(E row) {
        return new Cursor(key.apply(row).toString(), row.id()).encode(name);
    }

    /** The rows behind a cursor. The outer bound on the key alone is what lets an index start at the right place. */
    PredicateSpecification<E> after(String encoded) {
        Cursor cursor = Cursor.decode(name, encoded);
        K last = parse.apply(cursor.key());
        if (direction == Direction.ASC) {
            return (row, build) -> build.and(
                    build.greaterThanOrEqualTo(row.get(attribute), last),
                    build.or(
                            build.greaterThan(row.get(attribute), last),
                            build.greaterThan(row.get("id"), cursor.id())));
        }
        return (row, build) -> build.and(
                build.lessThanOrEqualTo(row.get(attribute), last),
                build.or(build.lessThan(row.get(attribute), last), build.lessThan(row.get("id"), cursor.id())));
    }

    private static <S extends Enum<S>> S constant(Class<S> type, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }

    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
                throw Cursor.refused();
            }
            return instant;
        } catch (DateTimeException e) {
            throw Cursor.refused();
        }
    }
}
