package org.holdfast.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSettings;
import org.holdfast.testkit.connector.FarAccounts;

/** A service on a real socket that speaks SCIM 2.0 as real ones do: by the RFC, and with quirks. It evaluates filters by the SDK. */
final class FirmService implements FarAccounts, AutoCloseable {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /** How it departs from the RFC. */
    enum Quirk {
        /** It wants no path, and says {@code invalidPath} to one. */
        NO_PATH,
        /** It wants a path, and says {@code noTarget} where there is none. */
        PATH_ONLY,
        /** It writes truth values as texts. */
        TEXT_VALUES,
        /** It answers a change without a body. */
        NO_BODY,
        /** Its lists do not say how many there are. */
        NO_TOTALS,
        /** It shows everybody whatever the filter. */
        NO_FILTER,
        /** It begins anew at each page. */
        NO_PAGING,
        /** It removes who is deactivated. */
        REMOVES,
        /** It writes ids as numbers. */
        NUMBER_IDS,
        /** It answers with a page for people. */
        HTML
    }

    final List<String> changes = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    private final Map<String, ObjectNode> users = new LinkedHashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final AtomicReference<Behaviour> next = new AtomicReference<>(Behaviour.OBEY);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final TestCertificate certificate;
    private final HttpServer server;
    private String retryAfter = "120";
    private String token = "Quittentoken";
    private long id = 9_007_199_254_740_993L;

    FirmService(TestCertificate certificate, boolean tls) throws IOException {
        this.certificate = certificate;
        InetSocketAddress local = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        if (tls) {
            HttpsServer https = HttpsServer.create(local, 0);
            https.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
            server = https;
        } else {
            server = HttpServer.create(local, 0);
        }
        server.createContext("/scim/v2/Users", this::serve);
        server.setExecutor(threads);
        server.start();
        for (SystemSetting setting : new ScimAccountSystem().settings()) {
            values.put(setting.name(), setting.usual());
        }
        values.put(
                Service.ADDRESS,
                (tls ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort() + "/scim/v2/");
        values.put(Service.TOKEN, token);
        values.put(Service.PAGE_SIZE, "10");
    }

    FirmService with(Quirk quirk) {
        quirks.add(quirk);
        return this;
    }

    FirmService with(String name, String value) {
        values.put(name, value);
        return this;
    }

    void retryAfter(String header) {
        retryAfter = header;
    }

    /** Lets the token of the settings expire; another is taken from now on. */
    void expire(String fresh) {
        token = fresh;
    }

    @Override
    public void next(Behaviour behaviour) {
        next.set(behaviour);
    }

    @Override
    public SystemSettings settings() {
        return new SystemSettings(values, certificate.client());
    }

    @Override
    public synchronized void account(String employeeNo, String email, String name) {
        ObjectNode user = JsonUtils.createObjectMapper().createObjectNode();
        user.put("id", Long.toString(id)).put("userName", name).put("externalId", employeeNo);
        user.put("active", true)
                .putArray("emails")
                .addObject()
                .put("value", email)
                .put("primary", true);
        user.putObject(ENTERPRISE).put("employeeNumber", employeeNo);
        user.putObject("meta").put("lastModified", "2026-11-27T10:00:00Z");
        users.put(Long.toString(id++), user);
    }

    private synchronized ObjectNode user(String employeeNo) {
        return users.values().stream()
                .filter(one -> one.path("externalId").asText().equals(employeeNo))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public boolean lives(String employeeNo) {
        return user(employeeNo).path("active").booleanValue();
    }

    @Override
    public synchronized void remove(String employeeNo) {
        users.remove(user(employeeNo).path("id").asText());
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            if (!("Bearer " + token).equals(call.getRequestHeaders().getFirst("Authorization"))) {
                refuse(call, 401, "");
                return;
            }
            Behaviour now = next.get();
            boolean change = call.getRequestMethod().equals("PATCH");
            if (!change && (now == Behaviour.REFUSE || now == Behaviour.SAY_YES)) {
                now = Behaviour.OBEY;
            } else {
                next.set(Behaviour.OBEY);
            }
            serve(call, now, body);
        }
    }

    private void serve(HttpExchange call, Behaviour now, byte[] body) throws IOException {
        switch (now) {
            case LIMIT -> {
                call.getResponseHeaders().set("Retry-After", retryAfter);
                refuse(call, 429, "");
            }
            case FAIL -> refuse(call, 500, "");
            case DENY -> refuse(call, 401, "");
            case REFUSE -> refuse(call, 403, "");
            case HANG -> hang();
            default -> {
                String id = call.getRequestURI().getPath().replaceAll("^/scim/v2/Users/?", "");
                if (call.getRequestMethod().equals("PATCH")) {
                    change(call, id, body, now == Behaviour.SAY_YES);
                } else if (id.isEmpty()) {
                    list(call);
                } else {
                    one(call, id);
                }
            }
        }
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void one(HttpExchange call, String id) throws IOException {
        if (users.containsKey(id)) {
            send(call, 200, shown(users.get(id)));
        } else {
            refuse(call, 404, "");
        }
    }

    private ObjectNode shown(ObjectNode user) {
        ObjectNode copy = user.deepCopy();
        if (quirks.contains(Quirk.TEXT_VALUES)) {
            copy.put("active", copy.path("active").booleanValue() ? "True" : "False");
        }
        if (quirks.contains(Quirk.NUMBER_IDS)) {
            copy.put("id", Long.parseLong(copy.path("id").asText()));
        }
        return copy;
    }

    private synchronized void list(HttpExchange call) throws IOException {
        Map<String, String> query = query(call);
        List<ObjectNode> found = new ArrayList<>(users.values());
        String filter = query.get("filter");
        if (filter != null && !quirks.contains(Quirk.NO_FILTER)) {
            found.removeIf(user -> !meets(user, filter));
        }
        int start = quirks.contains(Quirk.NO_PAGING) ? 1 : Integer.parseInt(query.getOrDefault("startIndex", "1"));
        int count =
                quirks.contains(Quirk.NO_PAGING) ? found.size() : Integer.parseInt(query.getOrDefault("count", "100"));
        ObjectNode answer = JsonUtils.createObjectMapper().createObjectNode();
        answer.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        if (!quirks.contains(Quirk.NO_TOTALS)) {
            answer.put("totalResults", found.size());
        }
        ArrayNode resources = answer.putArray("Resources");
        found.stream().skip(start - 1L).limit(count).forEach(user -> resources.add(shown(user)));
        send(call, 200, answer);
    }

    private static boolean meets(JsonNode user, String filter) {
        try {
            return FilterEvaluator.evaluate(Filter.fromString(filter), user);
        } catch (ScimException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, String> query(HttpExchange call) {
        Map<String, String> found = new HashMap<>();
        String raw = call.getRequestURI().getRawQuery();
        for (String part : raw == null ? new String[0] : raw.split("&")) {
            String[] pair = part.split("=", 2);
            found.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    private synchronized void change(HttpExchange call, String id, byte[] body, boolean onlySay) throws IOException {
        JsonNode operations = JsonUtils.getObjectReader().readTree(body).path("Operations");
        changes.add(new String(body, StandardCharsets.UTF_8));
        keys.add(call.getRequestHeaders().getFirst("Idempotency-Key"));
        boolean path = operations.path(0).hasNonNull("path");
        if (operations.size() != 1 || (path && quirks.contains(Quirk.NO_PATH))) {
            refuse(call, 400, "invalidPath");
        } else if (!path && quirks.contains(Quirk.PATH_ONLY)) {
            refuse(call, 400, "noTarget");
        } else if (!users.containsKey(id)) {
            refuse(call, 404, "");
        } else {
            apply(
                    call,
                    id,
                    path
                            ? operations.path(0).path("value")
                            : operations.path(0).path("value").path("active"),
                    onlySay);
        }
    }

    private void apply(HttpExchange call, String id, JsonNode active, boolean onlySay) throws IOException {
        ObjectNode user = users.get(id);
        if (!onlySay && active.isBoolean()) {
            user.put("active", active.booleanValue());
            if (quirks.contains(Quirk.REMOVES)) {
                users.remove(id);
            }
        }
        if (quirks.contains(Quirk.NO_BODY)) {
            call.sendResponseHeaders(204, -1);
        } else {
            send(call, 200, shown(user));
        }
    }

    private void refuse(HttpExchange call, int status, String kind) throws IOException {
        ObjectNode error = JsonUtils.createObjectMapper().createObjectNode();
        error.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
        error.put("status", Integer.toString(status)).put("detail", "欧阳娜娜 said no");
        if (!kind.isEmpty()) {
            error.put("scimType", kind);
        }
        send(call, status, error);
    }

    private void send(HttpExchange call, int status, JsonNode answer) throws IOException {
        boolean html = quirks.contains(Quirk.HTML);
        byte[] bytes = html
                ? "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8)
                : answer.toString().getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", html ? "text/html" : "application/scim+json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
