package io.keelson.graphql.setting;

import graphql.schema.DataFetchingEnvironment;
import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.SettingId;
import io.keelson.api.setting.SettingKey;
import io.keelson.api.setting.query.FindSettingChanges;
import io.keelson.api.setting.query.GetPlatformSettings;
import io.keelson.api.setting.query.PlatformSettingView;
import io.keelson.api.setting.query.SettingChangePage;
import io.keelson.api.setting.query.SettingChangeView;
import io.keelson.graphql.message.Messages;
import io.keelson.graphql.page.Connection;
import io.keelson.graphql.page.Pages;
import io.keelson.graphql.request.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reads platform settings and their history. */
@Controller
final class SettingQueries {
    private final Messages messages;

    SettingQueries(Messages messages) {
        this.messages = messages;
    }

    @QueryMapping
    List<PlatformSetting> platformSettings(DataFetchingEnvironment environment) {
        return read(List.of(KnownSetting.values()), environment);
    }

    @QueryMapping
    @Nullable
    PlatformSetting platformSetting(@Argument String key, DataFetchingEnvironment environment) {
        SettingKey wanted = new SettingKey(key);
        List<KnownSetting> known = Stream.of(KnownSetting.values())
                .filter(setting -> setting.key().equals(wanted))
                .toList();
        return known.isEmpty() ? null : read(known, environment).getFirst();
    }

    @SchemaMapping(typeName = "PlatformSetting")
    Connection<SettingChangeView> history(
            PlatformSetting setting,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            DataFetchingEnvironment environment) {
        SettingChangePage page = messages.ask(
                new FindSettingChanges(new SettingKey(setting.key()).id(), Pages.of(first, after)),
                SettingChangePage.class,
                Request.of(environment).context());
        return Connection.of(page.items(), page.cursors(), page.info(), after);
    }

    private List<PlatformSetting> read(List<KnownSetting> known, DataFetchingEnvironment environment) {
        List<SettingId> ids = known.stream().map(setting -> setting.key().id()).toList();
        Map<SettingKey, PlatformSettingView> set = messages
                .askAll(
                        new GetPlatformSettings(ids),
                        PlatformSettingView.class,
                        Request.of(environment).context())
                .stream()
                .collect(Collectors.toMap(PlatformSettingView::key, Function.identity()));
        return known.stream()
                .map(setting -> PlatformSetting.of(setting, set.get(setting.key())))
                .toList();
    }
}
