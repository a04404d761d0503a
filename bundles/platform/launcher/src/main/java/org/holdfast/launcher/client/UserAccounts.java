package org.holdfast.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.holdfast.launcher.start.StartFailure;

/** The accounts of the running server, by user name. */
public final class UserAccounts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USERS = "/api/v1/users";
    private static final List<String> EDITABLE =
            List.of("displayName", "roles", "subsidiaryIds", "employeeId", "language", "active");

    private final ApiCalls api;

    /**
     * Creates it over a connection.
     *
     * @param client the connection
     */
    public UserAccounts(ServerClient client) {
        this.api = new ApiCalls(client);
    }

    /**
     * Lists all accounts.
     *
     * @return users as the API shows them, by user name
     */
    public ArrayNode all() {
        return pages(USERS + "?limit=200");
    }

    /**
     * Adds an account that needs a one-time password before anybody can log in.
     *
     * @param user the account as the API takes it
     * @return the user
     */
    public JsonNode add(JsonNode user) {
        return api.post(USERS, user);
    }

    /**
     * Changes an account.
     *
     * @param username which
     * @param change sets the fields that are to change
     * @return the changed user
     */
    public JsonNode change(String username, Consumer<ObjectNode> change) {
        JsonNode user = find(username);
        ObjectNode body = JSON.createObjectNode();
        EDITABLE.forEach(field -> body.set(field, user.path(field)));
        change.accept(body);
        return api.put(USERS + "/" + user.path("id").asText(), body);
    }

    /**
     * Gives an account a one-time password. Its sessions end.
     *
     * @param username which
     * @return the password
     */
    public String resetPassword(String username) {
        String path = USERS + "/" + find(username).path("id").asText() + "/password";
        return api.post(path, JSON.createObjectNode()).path("oneTimePassword").asText();
    }

    /**
     * Takes an account's second factor away. Its sessions end.
     *
     * @param username which
     * @throws StartFailure where it has none
     */
    public void removeSecondFactor(String username) {
        JsonNode user = find(username);
        if (!user.path("secondFactor").asBoolean()) {
            throw new StartFailure("failure.noSecondFactor", username);
        }
        api.remove(USERS + "/" + user.path("id").asText() + "/second-factor");
    }

    /**
     * Finds subsidiaries.
     *
     * @param codes their codes
     * @return their ids, in the same order
     */
    public ArrayNode subsidiaries(List<String> codes) {
        ArrayNode ids = JSON.createArrayNode();
        ArrayNode known = codes.isEmpty() ? JSON.createArrayNode() : pages("/api/v1/subsidiaries?limit=200");
        for (String code : codes) {
            int before = ids.size();
            known.forEach(subsidiary -> {
                if (subsidiary.path("code").asText().equals(code)) {
                    ids.add(subsidiary.path("id").asText());
                }
            });
            if (ids.size() == before) {
                throw new StartFailure("failure.subsidiary", code);
            }
        }
        return ids;
    }

    private JsonNode find(String username) {
        String wanted = username.strip().toLowerCase(Locale.ROOT);
        for (JsonNode user : all()) {
            if (user.path("username").asText().equals(wanted)) {
                return user;
            }
        }
        throw new StartFailure("failure.user", username);
    }

    private ArrayNode pages(String first) {
        ArrayNode items = JSON.createArrayNode();
        JsonNode page = api.get(first);
        items.addAll((ArrayNode) page.withArray("items"));
        while (!page.path("next").isNull() && !page.path("next").isMissingNode()) {
            page = api.get(
                    first + "&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8));
            items.addAll((ArrayNode) page.withArray("items"));
        }
        return items;
    }
}
