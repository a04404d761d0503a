package org.holdfast.distribution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A firm's accounts on a real socket (SCIM 2.0, RFC 7644). Each call takes a while before and after its effect, so that a power cut
 * meets calls that had one and were never answered.
 */
final class SlowAccounts implements AutoCloseable {
    static final String TOKEN = "slow-and-steady";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FILTER = Pattern.compile("externalId eq \"([^\"]+)\"");
    private static final long SLOW_MS = 300;

    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, Set<String>> keys = new LinkedHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    SlowAccounts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/scim/v2/Users", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/scim/v2/";
    }

    synchronized void add(String employeeNo) {
        users.put(
                "u-" + employeeNo,
                JSON.createObjectNode()
                        .put("id", "u-" + employeeNo)
                        .put("userName", employeeNo)
                        .put("externalId", employeeNo)
                        .put("active", true));
    }

    /**
     * Under which keys accounts were to end, by number: a system that does each key once does so often what it was asked. A call that
     * was cut off and comes again bears the key it had.
     */
    synchronized Map<String, Set<String>> keys() {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        keys.forEach((number, all) -> copy.put(number, Set.copyOf(all)));
        return copy;
    }

    synchronized List<String> living() {
        return users.values().stream()
                .filter(user -> user.path("active").booleanValue())
                .map(user -> user.path("userName").asText())
                .toList();
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            if (!("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
                send(call, 401, JSON.createObjectNode());
                return;
            }
            pause(call);
            String id = call.getRequestURI().getPath().replaceAll("^/scim/v2/Users/?", "");
            JsonNode answer = id.isEmpty() ? list(call) : one(call, id, body);
            pause(call);
            send(call, answer.isMissingNode() ? 404 : 200, answer);
        }
    }

    private void pause(HttpExchange call) throws IOException {
        try {
            if (closed.await(SLOW_MS, TimeUnit.MILLISECONDS)) {
                throw new IOException("closed during " + call.getRequestMethod());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized JsonNode one(HttpExchange call, String id, byte[] body) throws IOException {
        if (call.getRequestMethod().equals("PATCH")) {
            JsonNode value = JSON.readTree(body).path("Operations").path(0).path("value");
            change(
                    id,
                    value.isObject() ? value.path("active") : value,
                    call.getRequestHeaders().getFirst("Idempotency-Key"));
        }
        ObjectNode user = users.get(id);
        return user == null ? JSON.missingNode() : user.deepCopy();
    }

    private void change(String id, JsonNode active, String key) {
        ObjectNode user = users.get(id);
        if (user != null && active.isBoolean()) {
            if (!active.booleanValue()) {
                keys.computeIfAbsent(user.path("userName").asText(), number -> new HashSet<>())
                        .add(String.valueOf(key));
            }
            user.put("active", active.booleanValue());
        }
    }

    private synchronized JsonNode list(HttpExchange call) {
        String query = call.getRequestURI().getRawQuery();
        Matcher wanted = FILTER.matcher(query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8));
        boolean all = !wanted.find();
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        ArrayNode found = answer.putArray("Resources");
        users.values().stream()
                .filter(user -> all || user.path("externalId").asText().equals(wanted.group(1)))
                .forEach(user -> found.add(user.deepCopy()));
        return answer.put("totalResults", found.size());
    }

    private static void send(HttpExchange call, int status, JsonNode answer) throws IOException {
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/scim+json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
