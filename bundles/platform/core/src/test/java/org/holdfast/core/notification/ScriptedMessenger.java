package org.holdfast.core.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A messenger's server on a real socket that misbehaves as a test wishes, once per call. It drops what it has under a key. */
final class ScriptedMessenger implements AutoCloseable {
    /** What it does in one call. */
    enum Act {
        /** 429 with ten minutes to wait. */
        LIMIT,
        /** 500. */
        FAIL,
        /** 400: such an address is not known. */
        REFUSE,
        /** Takes it and hangs up. */
        CUT_AFTER_TAKING,
        /** Says nothing until the test ends. */
        HANG
    }

    /** Every call whose content came in: the key, then the content. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    ScriptedMessenger() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    ScriptedMessenger next(Act... wanted) {
        acts.addAll(List.of(wanted));
        return this;
    }

    /** What people read: each message once. */
    List<String> messages() {
        return List.copyOf(taken);
    }

    private void serve(HttpExchange call) throws IOException {
        String key = call.getRequestHeaders().getFirst("Idempotency-Key");
        String content = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean known = calls.stream().anyMatch(line -> line.startsWith(key));
        calls.add(key + " " + content);
        @Nullable Act act = acts.poll();
        if (act == null) {
            take(content, known);
            answer(call, 200);
            return;
        }
        switch (act) {
            case LIMIT -> {
                call.getResponseHeaders().set("Retry-After", "600");
                forget(key, content);
                answer(call, 429);
            }
            case FAIL -> {
                forget(key, content);
                answer(call, 500);
            }
            case REFUSE -> answer(call, 400);
            case CUT_AFTER_TAKING -> {
                take(content, known);
                call.close();
            }
            case HANG -> {
                forget(key, content);
                hang();
                call.close();
            }
        }
    }

    private void take(String content, boolean known) {
        if (!known) {
            taken.add(content);
        }
    }

    /** What was not taken may come again. */
    private void forget(String key, String content) {
        calls.remove(key + " " + content);
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange call, int status) throws IOException {
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    /** Keys that came in with content. */
    Set<String> keys() {
        return Set.copyOf(calls.stream().map(line -> line.split(" ", 2)[0]).toList());
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
