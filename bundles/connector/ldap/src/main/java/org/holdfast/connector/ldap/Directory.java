package org.holdfast.connector.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSettings;

/**
 * Where a directory is and what its accounts look like, out of its settings.
 *
 * @param settings the settings
 */
record Directory(SystemSettings settings) {
    static final String ADDRESS = "address";
    static final String BASE = "base";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String LOCK = "lock";
    static final String MATCH = "match";
    static final String NUMBER = "numberAttribute";
    static final String FILTER = "filter";
    static final String LOCK_ATTRIBUTE = "lockAttribute";
    static final String LOCK_VALUE = "lockValue";
    static final String MAIL = "mail";

    private static final String BY_MAIL = "email";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9.-]{0,99}");
    private static final int USUAL_PORT = 389;
    private static final int USUAL_TLS_PORT = 636;

    static List<SystemSetting> needed() {
        return List.of(
                SystemSetting.text(ADDRESS, ""),
                SystemSetting.text(BASE, ""),
                SystemSetting.text(USER, ""),
                SystemSetting.secret(PASSWORD),
                SystemSetting.choice(
                        LOCK,
                        Lock.ACTIVE_DIRECTORY.code(),
                        Lock.ACCOUNT_LOCK.code(),
                        Lock.PASSWORD_POLICY.code(),
                        Lock.ATTRIBUTE.code()),
                SystemSetting.optional(LOCK_ATTRIBUTE),
                SystemSetting.optional(LOCK_VALUE),
                SystemSetting.choice(MATCH, "employeeNo", BY_MAIL),
                SystemSetting.text(NUMBER, "employeeID"),
                SystemSetting.text(FILTER, "(objectClass=person)"),
                SystemSetting.authorities("authorities"));
    }

    List<String> refused() {
        List<String> wrong = new ArrayList<>();
        if (address().isEmpty()) {
            wrong.add(ADDRESS);
        }
        if (!DN.isValidDN(settings.value(BASE)) || settings.value(BASE).isBlank()) {
            wrong.add(BASE);
        }
        if (!NAME.matcher(settings.value(NUMBER)).matches()) {
            wrong.add(NUMBER);
        }
        if (filter().isEmpty()) {
            wrong.add(FILTER);
        }
        if (lock() == Lock.ATTRIBUTE) {
            if (!NAME.matcher(settings.value(LOCK_ATTRIBUTE)).matches()) {
                wrong.add(LOCK_ATTRIBUTE);
            }
            if (settings.value(LOCK_VALUE).isEmpty()) {
                wrong.add(LOCK_VALUE);
            }
        }
        return wrong;
    }

    /** Returns the address; empty where it is none of a directory over TLS. */
    Optional<URI> address() {
        try {
            URI address = new URI(settings.value(ADDRESS));
            boolean ldap = address.getScheme() != null
                    && List.of("ldap", "ldaps").contains(address.getScheme().toLowerCase(Locale.ROOT));
            boolean bare = address.getRawQuery() == null
                    && address.getRawUserInfo() == null
                    && List.of("", "/").contains(String.valueOf(address.getRawPath()));
            return ldap && bare && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    boolean tlsFromTheStart() {
        return address().orElseThrow().getScheme().equalsIgnoreCase("ldaps");
    }

    int port() {
        int named = address().orElseThrow().getPort();
        return named > 0 ? named : tlsFromTheStart() ? USUAL_TLS_PORT : USUAL_PORT;
    }

    String base() {
        return settings.value(BASE);
    }

    Lock lock() {
        return Lock.ofCode(settings.value(LOCK));
    }

    Lock.Attribute lockAttribute() {
        return new Lock.Attribute(settings.value(LOCK_ATTRIBUTE), settings.value(LOCK_VALUE));
    }

    String number() {
        return settings.value(NUMBER);
    }

    boolean byMail() {
        return settings.value(MATCH).equals(BY_MAIL);
    }

    /** Returns the filter of what is an account; empty where it is none. */
    Optional<Filter> filter() {
        try {
            return Optional.of(Filter.create(settings.value(FILTER)));
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }
}
