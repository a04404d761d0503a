package org.holdfast.core.offboarding.events;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A system of the firm on a real socket, in any mood there is. What it has taken it keeps, whatever it answers. */
final class FirmInbox implements AutoCloseable {
    /** How it treats the next call. */
    enum Mood {
        TAKES,
        FAILS,
        THROTTLES,
        GONE,
        REDIRECTS,
        REFUSES,
        SHUTS_ITS_DOOR,
        HANGS,
        CLOSES_BEFORE,
        CLOSES_AFTER,
        CUTS_ITS_ANSWER,
        CUTS_THE_BODY,
        DRIPS,
        FLOODS,
        TALKS_NONSENSE
    }

    /** A message as it came in. */
    record Message(Map<String, String> heads, String body) {
        String id() {
            return heads.getOrDefault("webhook-id", "");
        }
    }

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Message> taken = new ArrayList<>();
    private int calls;
    private volatile Supplier<Mood> mood = () -> Mood.TAKES;
    volatile long flooded;

    FirmInbox() {
        try {
            door = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::open);
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort() + "/holdfast";
    }

    void is(Mood one) {
        mood = () -> one;
    }

    void is(Supplier<Mood> changing) {
        mood = changing;
    }

    synchronized List<Message> taken() {
        return List.copyOf(taken);
    }

    synchronized int calls() {
        return calls;
    }

    synchronized void forget() {
        taken.clear();
        calls = 0;
    }

    private void open() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            Message message = read(new BufferedInputStream(caller.getInputStream()));
            Mood now;
            synchronized (this) {
                calls++;
                now = mood.get();
                if (now != Mood.CLOSES_BEFORE && now != Mood.FAILS && now != Mood.THROTTLES && now != Mood.HANGS) {
                    taken.add(message);
                }
            }
            answer(now, caller.getOutputStream());
        } catch (IOException e) {
            // The caller has gone.
        }
    }

    private static Message read(InputStream in) throws IOException {
        Map<String, String> heads = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                heads.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        byte[] body = in.readNBytes(Integer.parseInt(heads.getOrDefault("content-length", "0")));
        return new Message(heads, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new IOException("cut off");
            }
            line.write(one);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    private void answer(Mood now, OutputStream out) throws IOException {
        switch (now) {
            case TAKES -> say(out, "204 No Content", "");
            case FAILS -> say(out, "500 Oops", "");
            case THROTTLES -> say(out, "429 Slow down", "Retry-After: 7200\r\n");
            case GONE -> say(out, "410 Gone", "");
            case REDIRECTS -> say(out, "307 Elsewhere", "Location: " + url() + "/elsewhere\r\n");
            case REFUSES -> say(out, "422 No", "");
            case SHUTS_ITS_DOOR -> say(out, "403 No", "");
            case HANGS -> await(Long.MAX_VALUE);
            case CLOSES_BEFORE, CLOSES_AFTER -> out.flush();
            case CUTS_ITS_ANSWER -> write(out, "HTTP/1.1 2");
            case CUTS_THE_BODY -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            case DRIPS -> drip(out);
            case FLOODS -> flood(out);
            case TALKS_NONSENSE -> write(out, "220 mail.firm.example ESMTP\r\n\r\n");
        }
    }

    private static void say(OutputStream out, String status, String heads) throws IOException {
        write(out, "HTTP/1.1 " + status + "\r\n" + heads + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Each byte comes in time, and the head never ends. */
    private void drip(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nX-A: ");
        while (over.getCount() > 0) {
            write(out, "a");
            await(20);
        }
    }

    private void flood(OutputStream out) throws IOException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n");
        byte[] water = new byte[1 << 16];
        while (over.getCount() > 0) {
            out.write(water);
            flooded += water.length;
        }
    }

    private void await(long millis) {
        try {
            over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        threads.shutdownNow();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
