package io.keelson.benchmark.life;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** The page of an instance. */
final class Page {
    private static final int MILLIS = 5_000;

    private Page() {}

    static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + "/version").toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException unreachable) {
            return false;
        }
    }
}
