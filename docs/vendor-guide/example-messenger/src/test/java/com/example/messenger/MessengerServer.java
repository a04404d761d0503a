package com.example.messenger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.holdfast.testkit.channel.FarSide;

/** The messenger's server, which misbehaves as a test wishes. It drops what it has under a key. */
public final class MessengerServer implements FarSide, AutoCloseable {
    private final List<UUID> taken = new CopyOnWriteArrayList<>();
    private final AtomicReference<Behaviour> next = new AtomicReference<>(Behaviour.TAKE);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /**
     * Starts on a free port.
     *
     * @throws IOException where there is none
     */
    public MessengerServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Returns where it is.
     *
     * @return its address
     */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void next(Behaviour behaviour) {
        next.set(behaviour);
    }

    @Override
    public List<UUID> taken() {
        return List.copyOf(taken);
    }

    private void serve(HttpExchange call) throws IOException {
        UUID key = UUID.fromString(call.getRequestHeaders().getFirst("Idempotency-Key"));
        call.getRequestBody().readAllBytes();
        switch (next.getAndSet(Behaviour.TAKE)) {
            case TAKE -> {
                take(key);
                call.sendResponseHeaders(204, -1);
            }
            case LIMIT -> {
                call.getResponseHeaders().set("Retry-After", "120");
                call.sendResponseHeaders(429, -1);
            }
            case FAIL -> call.sendResponseHeaders(500, -1);
            case REFUSE -> call.sendResponseHeaders(404, -1);
            case CUT_AFTER_TAKING -> take(key);
            case HANG -> hang();
        }
        call.close();
    }

    private synchronized void take(UUID key) {
        if (!taken.contains(key)) {
            taken.add(key);
        }
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
