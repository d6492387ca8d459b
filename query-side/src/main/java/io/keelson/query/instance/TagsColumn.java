package io.keelson.query.instance;

import io.keelson.api.instance.InstanceTag;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tags as one text in which each stands between two commas, so that one of them can be searched for. */
final class TagsColumn {
    private static final String SEPARATOR = ",";

    private TagsColumn() {}

    static @Nullable String write(List<InstanceTag> tags) {
        return tags.isEmpty()
                ? null
                : tags.stream().map(InstanceTag::value).collect(Collectors.joining(SEPARATOR, SEPARATOR, SEPARATOR));
    }

    static List<InstanceTag> read(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(SEPARATOR, -1))
                        .filter(tag -> !tag.isEmpty())
                        .map(InstanceTag::new)
                        .toList();
    }

    /** What the column holds when it holds this tag. */
    static String part(InstanceTag tag) {
        return SEPARATOR + tag + SEPARATOR;
    }
}
