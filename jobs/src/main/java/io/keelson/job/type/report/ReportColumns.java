package io.keelson.job.type.report;

import com.fasterxml.jackson.annotation.JsonValue;
import io.keelson.api.error.RejectedException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The columns of a report: dotted names of parts of a view. */
final class ReportColumns {
    private final List<String> names;
    private final List<List<String>> paths;

    private ReportColumns(List<String> names) {
        this.names = List.copyOf(names);
        this.paths = names.stream().map(name -> List.of(name.split("\\.", -1))).toList();
    }

    /**
     * The wanted columns, or all simple ones when none is wanted.
     *
     * @throws RejectedException INVALID_INPUT, field {@code payload.columns}, when the view has no such part or one is wanted twice
     */
    static ReportColumns of(Class<? extends Record> view, List<String> wanted) {
        List<String> simple = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (RecordComponent component : view.getRecordComponents()) {
            all.add(component.getName());
            if (isGroup(component.getType())) {
                for (RecordComponent part : component.getType().getRecordComponents()) {
                    all.add(component.getName() + "." + part.getName());
                }
            } else {
                simple.add(component.getName());
            }
        }
        for (String name : wanted) {
            if (!all.contains(name)) {
                throw RejectedException.invalid(
                        "payload.columns", "payload.columns may hold %s.".formatted(String.join(", ", all)));
            }
        }
        if (wanted.stream().distinct().count() < wanted.size()) {
            throw RejectedException.invalid("payload.columns", "payload.columns names a column twice.");
        }
        return new ReportColumns(wanted.isEmpty() ? simple : wanted);
    }

    List<String> names() {
        return names;
    }

    /** The cells of one row; parts that are not simple become JSON text. */
    List<JsonNode> cells(JsonNode row) {
        List<JsonNode> cells = new ArrayList<>(paths.size());
        for (List<String> path : paths) {
            JsonNode cell = row;
            for (String name : path) {
                cell = cell.path(name);
            }
            cells.add(cell);
        }
        return cells;
    }

    /** Whether a type has parts in JSON; a record with a text form of its own has none. */
    private static boolean isGroup(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getMethods()).noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }
}
