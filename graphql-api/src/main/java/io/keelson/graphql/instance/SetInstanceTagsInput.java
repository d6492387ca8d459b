package io.keelson.graphql.instance;

import io.keelson.api.instance.InstanceId;
import io.keelson.api.instance.command.SetInstanceTags;
import java.util.List;

/** Which instance to tag, and how. */
record SetInstanceTagsInput(String instanceId, List<String> tags) {
    SetInstanceTags toCommand() {
        return new SetInstanceTags(InstanceId.parse(instanceId), TagsInput.read(tags));
    }
}
