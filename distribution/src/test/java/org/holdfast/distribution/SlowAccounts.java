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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Integer> ends = new LinkedHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private int calls;

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

    /** How often a change ended the life of an account that lived. */
    synchronized Map<String, Integer> ends() {
        return new LinkedHashMap<>(ends);
    }

    synchronized List<String> living() {
        return users.values().stream()
                .filter(user -> user.path("active").booleanValue())
                .map(user -> user.path("userName").asText())
                .toList();
    }

    /** How many calls asked for a change, those without effect included. */
    synchronized int changesAsked() {
        return calls;
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            if (!("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
                send(call, 401, JSON.createObjectNode());
                return;
            }
            wait(call);
            String id = call.getRequestURI().getPath().replaceAll("^/scim/v2/Users/?", "");
            JsonNode answer = id.isEmpty() ? list(call) : one(call, id, body);
            wait(call);
            send(call, answer.isMissingNode() ? 404 : 200, answer);
        }
    }

    private void wait(HttpExchange call) throws IOException {
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
            change(id, value.isObject() ? value.path("active") : value);
        }
        ObjectNode user = users.get(id);
        return user == null ? JSON.missingNode() : user.deepCopy();
    }

    private void change(String id, JsonNode active) {
        calls++;
        ObjectNode user = users.get(id);
        if (user != null && active.isBoolean()) {
            if (user.path("active").booleanValue() && !active.booleanValue()) {
                ends.merge(user.path("userName").asText(), 1, Integer::sum);
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
