package io.keelson.graphql.version;

import io.keelson.api.query.Page;
import io.keelson.api.version.ComponentName;
import io.keelson.api.version.VersionStatus;
import io.keelson.api.version.query.FindVersions;
import io.keelson.graphql.input.InputField;
import org.jspecify.annotations.Nullable;

/** Conditions on versions. */
record VersionFilterInput(
        @Nullable String component, @Nullable VersionStatus status) {
    static final VersionFilterInput ALL = new VersionFilterInput(null, null);

    FindVersions toQuery(Page page) {
        return new FindVersions(
                InputField.readOptional("filter.component", component, ComponentName::new), status, page);
    }
}
