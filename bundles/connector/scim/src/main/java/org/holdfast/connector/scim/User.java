package org.holdfast.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.connector.scim.Service.Match;

/**
 * A user as a service shows it (RFC 7643, 4.1), read leniently: ids that are numbers, truth values that are texts.
 *
 * @param node the resource
 */
record User(JsonNode node) {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    String id() {
        String id = node.path("id").asText("");
        if (id.isEmpty() || id.length() > AccountSystem.LONGEST_REFERENCE) {
            throw new AccountSystemException(AccountSystemError.MALFORMED_ANSWER);
        }
        return id;
    }

    /** Alive unless the service says the contrary: a user without the attribute can sign in as far as anybody knows. */
    Life life() {
        JsonNode active = node.path("active");
        boolean no =
                active.isBoolean() ? !active.booleanValue() : active.asText("").equalsIgnoreCase("false");
        return no ? Life.DISABLED : Life.ACTIVE;
    }

    Optional<Instant> changedAt() {
        try {
            return Optional.of(
                    OffsetDateTime.parse(node.path("meta").path("lastModified").asText(""))
                            .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    SystemAccount account(Match match) {
        return new SystemAccount(id(), name(), number(match), email(), life());
    }

    private String name() {
        String userName = node.path("userName").asText("");
        return userName.isEmpty() ? node.path("displayName").asText("") : userName;
    }

    private String number(Match match) {
        return switch (match) {
            case EXTERNAL_ID -> node.path("externalId").asText("");
            case USER_NAME -> node.path("userName").asText("");
            case EMPLOYEE_NUMBER, EMAIL ->
                node.path(ENTERPRISE).path("employeeNumber").asText("");
        };
    }

    private String email() {
        JsonNode emails = node.path("emails");
        for (JsonNode one : emails) {
            if (one.path("primary").asBoolean()) {
                return one.path("value").asText("");
            }
        }
        return emails.path(0).path("value").asText("");
    }

    /** Says whether this is whom a filter asked for. */
    boolean bears(Match match, String value) {
        if (match != Match.EMAIL) {
            return number(match).equalsIgnoreCase(value);
        }
        for (JsonNode one : node.path("emails")) {
            if (one.path("value").asText("").equalsIgnoreCase(value)) {
                return true;
            }
        }
        return false;
    }
}
