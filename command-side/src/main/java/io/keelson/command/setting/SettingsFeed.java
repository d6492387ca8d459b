package io.keelson.command.setting;

import io.keelson.api.setting.event.PlatformSettingChanged;
import io.keelson.command.directory.DirectoryFeed;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the values of platform settings, in the transaction of the event, beside the directory. */
@ProcessingGroup(DirectoryFeed.GROUP)
public final class SettingsFeed {
    private final JdbcSettings settings;

    public SettingsFeed(JdbcSettings settings) {
        this.settings = settings;
    }

    @EventHandler
    void on(PlatformSettingChanged event) {
        settings.set(event.key(), event.value());
        // After the commit, for until then others read the old value and would remember it.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                settings.forget();
            }
        });
    }
}
