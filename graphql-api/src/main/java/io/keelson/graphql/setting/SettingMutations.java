package io.keelson.graphql.setting;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.command.SetPlatformSetting;
import io.keelson.api.setting.query.GetPlatformSettings;
import io.keelson.api.setting.query.PlatformSettingView;
import io.keelson.graphql.message.Changed;
import io.keelson.graphql.message.Changes;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.request.Request;
import java.util.List;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Sets platform settings. Rejected with SETTING_NOT_FOUND or SETTING_NOT_ACCEPTED. */
@Controller
final class SettingMutations {
    private final Messages messages;
    private final Changes changes;

    SettingMutations(Messages messages, Changes changes) {
        this.messages = messages;
        this.changes = changes;
    }

    @MutationMapping
    PlatformSettingPayload setPlatformSetting(
            @Argument SetPlatformSettingInput input, DataFetchingEnvironment environment) {
        Request request = Request.of(environment).withReason(input.reason());
        SetPlatformSetting command = input.toCommand();
        KnownSetting known = KnownSetting.of(command.key());
        messages.send(command, request.context());
        PlatformSettingView set = changes.await(
                request,
                Changed.of("settingId", command.settingId()),
                () -> messages.askOne(
                        new GetPlatformSettings(List.of(command.settingId())),
                        PlatformSettingView.class,
                        request.context()));
        return new PlatformSettingPayload(PlatformSetting.of(known, set));
    }
}
