package io.keelson.job.type.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A mail server that answers each recipient as a test says, and accepts the rest. */
final class ScriptedSmtpServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Queue<String> answers;

    ScriptedSmtpServer(String... answersToRecipients) throws IOException {
        answers = new ConcurrentLinkedQueue<>(List.of(answersToRecipients));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = socket.accept()) {
                    talk(client);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 ready");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data) {
                data = !".".equals(line);
                if (!data) {
                    say(client, "250 taken");
                }
            } else if (line.startsWith("RCPT")) {
                String answer = answers.poll();
                say(client, answer == null ? "250 ok" : answer);
            } else if (line.startsWith("DATA")) {
                data = true;
                say(client, "354 go on");
            } else {
                say(client, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
