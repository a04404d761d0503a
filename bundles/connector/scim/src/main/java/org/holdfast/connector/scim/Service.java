package org.holdfast.connector.scim;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSettings;

/**
 * Where a service is and how it wants to be asked, out of its settings.
 *
 * @param settings the settings
 */
record Service(SystemSettings settings) {
    static final String ADDRESS = "address";
    static final String TOKEN = "token";
    static final String MATCH = "match";
    static final String DIALECT = "dialect";
    static final String PAGE_SIZE = "pageSize";

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int MOST_PER_PAGE = 500;

    /** By which attribute people are known there. */
    enum Match {
        EXTERNAL_ID("externalId", "externalId"),
        EMPLOYEE_NUMBER("employeeNumber", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber"),
        USER_NAME("userName", "userName"),
        EMAIL("email", "emails.value");

        private final String code;
        private final String path;

        Match(String code, String path) {
            this.code = code;
            this.path = path;
        }

        String code() {
            return code;
        }

        String path() {
            return path;
        }
    }

    /** How a change is written (RFC 7644, 3.5.2). */
    enum Dialect {
        /** {@code path} names the attribute. */
        PATH("path"),
        /** There is no path, and the value is an object. */
        VALUE("value");

        private final String code;

        Dialect(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        Dialect other() {
            return this == PATH ? VALUE : PATH;
        }
    }

    static List<SystemSetting> needed() {
        return List.of(
                SystemSetting.text(ADDRESS, ""),
                SystemSetting.secret(TOKEN),
                SystemSetting.choice(
                        MATCH,
                        Match.EXTERNAL_ID.code(),
                        Match.EMPLOYEE_NUMBER.code(),
                        Match.USER_NAME.code(),
                        Match.EMAIL.code()),
                SystemSetting.choice(DIALECT, Dialect.PATH.code(), Dialect.VALUE.code()),
                SystemSetting.text(PAGE_SIZE, "100"),
                SystemSetting.authorities("authorities"));
    }

    List<String> refused() {
        List<String> wrong = new ArrayList<>();
        if (address().isEmpty()) {
            wrong.add(ADDRESS);
        }
        if (!settings.value(TOKEN).matches("[\\x21-\\x7e]+")) {
            wrong.add(TOKEN);
        }
        if (!settings.value(PAGE_SIZE).matches("[1-9][0-9]{0,2}") || pageSize() > MOST_PER_PAGE) {
            wrong.add(PAGE_SIZE);
        }
        return wrong;
    }

    /** Returns the root of the service; empty where it is none over TLS, or on the own machine. */
    Optional<URI> address() {
        try {
            URI address = new URI(settings.value(ADDRESS).replaceAll("/+$", ""));
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean bare = address.getRawQuery() == null
                    && address.getRawFragment() == null
                    && address.getRawUserInfo() == null
                    && address.getHost() != null;
            boolean safe = scheme.equals("https")
                    || (scheme.equals("http") && OWN_MACHINE.contains(String.valueOf(address.getHost())));
            return bare && safe ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    String token() {
        return settings.value(TOKEN);
    }

    Match match() {
        for (Match match : Match.values()) {
            if (match.code().equals(settings.value(MATCH))) {
                return match;
            }
        }
        return Match.EXTERNAL_ID;
    }

    Dialect dialect() {
        return settings.value(DIALECT).equals(Dialect.VALUE.code()) ? Dialect.VALUE : Dialect.PATH;
    }

    int pageSize() {
        return Integer.parseInt(settings.value(PAGE_SIZE));
    }
}
