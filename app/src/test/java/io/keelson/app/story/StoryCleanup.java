package io.keelson.app.story;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops the shared application after the last test, with everything that it had started. */
public final class StoryCleanup implements LauncherSessionListener {
    @Override
    public void launcherSessionClosed(LauncherSession session) {
        RunningKeelson.stopIfStarted();
    }
}
