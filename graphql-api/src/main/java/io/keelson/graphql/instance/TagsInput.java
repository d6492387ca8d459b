package io.keelson.graphql.instance;

import io.keelson.api.instance.InstanceTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tags. */
final class TagsInput {
    private TagsInput() {}

    static List<InstanceTag> read(@Nullable List<String> tags) {
        return tags == null ? List.of() : tags.stream().map(InstanceTag::new).toList();
    }
}
