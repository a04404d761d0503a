package org.holdfast.core.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on a real socket that misbehaves as a test wishes, once per connection. */
final class ScriptedMailServer implements AutoCloseable {
    /** What it does in one connection. */
    enum Act {
        POSTPONE,
        REFUSE,
        REFUSE_PASSWORD,
        HANG,
        DROP_AFTER_DATA
    }

    /** Every line that came in, of all connections. */
    final List<String> lines = new CopyOnWriteArrayList<>();

    private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ServerSocket socket;
    private final @Nullable SSLContext tls;
    private final boolean fromTheStart;

    private ScriptedMailServer(@Nullable SSLContext tls, boolean fromTheStart) {
        this.tls = tls;
        this.fromTheStart = fromTheStart;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** One that speaks no TLS. */
    static ScriptedMailServer plain() {
        return new ScriptedMailServer(null, false);
    }

    static ScriptedMailServer startTls(SSLContext tls) {
        return new ScriptedMailServer(tls, false);
    }

    static ScriptedMailServer tls(SSLContext tls) {
        return new ScriptedMailServer(tls, true);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What it does in the next connections; then it takes everything. */
    ScriptedMailServer next(Act... wanted) {
        acts.addAll(List.of(wanted));
        return this;
    }

    /** Returns the ids of the messages whose content came in, in order. */
    List<String> received() {
        return lines.stream()
                .filter(line -> line.startsWith("Message-ID: "))
                .map(line -> line.substring("Message-ID: ".length()))
                .toList();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket caller = socket.accept();
                start(() -> serve(caller));
            }
        } catch (IOException e) {
            // closed at the end of the test
        }
    }

    private void serve(Socket plain) {
        Act act = acts.poll();
        try (Socket caller = fromTheStart ? wrapped(plain) : plain) {
            if (act == Act.HANG) {
                end.await();
                return;
            }
            say(caller, "220 mail.firm.example");
            talk(caller, act);
        } catch (IOException e) {
            // the caller hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk(Socket first, @Nullable Act act) throws IOException {
        Socket caller = first;
        BufferedReader in = reader(caller);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            String word = line.toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
            switch (word) {
                case "EHLO" ->
                    say(
                            caller,
                            tls == null || caller instanceof SSLSocket
                                    ? "250-mail.firm.example\r\n250 AUTH PLAIN"
                                    : "250-mail.firm.example\r\n250 STARTTLS");
                case "STARTTLS" -> {
                    say(caller, "220 go on");
                    caller = wrapped(caller);
                    in = reader(caller);
                }
                case "AUTH" -> say(caller, act == Act.REFUSE_PASSWORD ? "535 no" : "235 welcome");
                case "RCPT" ->
                    say(caller, act == Act.POSTPONE ? "451 later" : act == Act.REFUSE ? "550 nobody" : "250 ok");
                case "DATA" -> {
                    say(caller, "354 go on");
                    content(in);
                    if (act == Act.DROP_AFTER_DATA) {
                        return;
                    }
                    say(caller, "250 taken");
                }
                case "QUIT" -> {
                    say(caller, "221 bye");
                    return;
                }
                default -> say(caller, "250 ok");
            }
        }
    }

    private void content(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            lines.add(line);
        }
    }

    private Socket wrapped(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket)
                Objects.requireNonNull(tls).getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static BufferedReader reader(Socket caller) throws IOException {
        return new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        caller.getOutputStream().flush();
    }

    @Override
    public void close() {
        end.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
