package io.keelson.command.setting;

import io.keelson.api.actor.RequestContext;
import io.keelson.api.error.ErrorCode;
import io.keelson.api.error.RejectedException;
import io.keelson.api.error.Rejection;
import io.keelson.api.setting.KnownSetting;
import io.keelson.api.setting.command.SetPlatformSetting;
import io.keelson.command.Reason;
import io.keelson.command.claim.ClaimKey;
import io.keelson.command.claim.ClaimKind;
import io.keelson.command.claim.Claims;
import io.keelson.command.version.SettingsSchema;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Sets platform settings. It stands outside the aggregate, which nobody creates before its first change: a claim tells
 * the first change from the later ones.
 */
public final class PlatformSettingCommands {
    private static final String SCHEMA_FIELD = "configuration";
    private static final String FIELD = "value";

    private final Supplier<Repository<PlatformSetting>> settings;

    /** @param configuration gives the repository once the framework is set up */
    public PlatformSettingCommands(Supplier<? extends Configuration> configuration) {
        settings = () -> configuration.get().repository(PlatformSetting.class);
    }

    @CommandHandler
    void decide(
            SetPlatformSetting command, Claims claims, @MetaDataValue(RequestContext.REASON) @Nullable String reason)
            throws Exception {
        Reason.require(reason);
        requireAccepted(KnownSetting.of(command.key()), command.value());
        String id = command.settingId().toString();
        if (claims.claim(new ClaimKey(ClaimKind.PLATFORM_SETTING, command.key().value()), id)) {
            settings.get().newInstance(() -> new PlatformSetting(command));
        } else {
            settings.get().load(id).execute(setting -> setting.set(command));
        }
    }

    private static void requireAccepted(KnownSetting setting, Map<String, Object> value) {
        try {
            SettingsSchema.of(setting.schema()).requireAccepted(value);
        } catch (RejectedException refused) {
            Rejection rejection = refused.rejection();
            throw new RejectedException(
                    ErrorCode.SETTING_NOT_ACCEPTED,
                    renamed(Objects.requireNonNullElse(rejection.field(), SCHEMA_FIELD)),
                    renamed(rejection.message()));
        }
    }

    private static String renamed(String text) {
        return text.startsWith(SCHEMA_FIELD) ? FIELD + text.substring(SCHEMA_FIELD.length()) : text;
    }
}
