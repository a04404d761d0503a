package org.holdfast.core.access;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.ServerSet;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.StaticUtils;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.config.DirectorySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the firm's LDAP directory, over TLS alone: searches the person, then binds with what was typed (RFC 4511, 4513). Each
 * sign-on has a connection of its own; the first server that answers is asked. Safe for use from many threads.
 */
final class LdapDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);
    private static final int USUAL_PORT = 389;
    private static final int USUAL_TLS_PORT = 636;
    private static final int AT_ONCE = 8;
    /** One more than may be found, to see whether a name is one person's. */
    private static final int AMBIGUOUS = 2;

    private static final int MOST_GROUPS = 2_000;
    private static final String GUID = "objectGUID";
    private static final String UUID = "entryUUID";
    private static final String GROUPS = "memberOf";
    private static final List<String> NAMES = List.of("displayName", "cn");

    private final DirectorySettings settings;
    private final List<ServerSet> servers;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * Names the directory; it is not asked yet.
     *
     * @throws IOException where the file of authorities cannot be taken
     */
    LdapDirectory(DirectorySettings settings) throws IOException {
        this.settings = settings;
        SSLContext tls = Authorities.context(settings.authorities());
        servers = settings.servers().stream().map(server -> server(server, tls)).toList();
    }

    private ServerSet server(URI address, SSLContext tls) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        int millis = Math.toIntExact(settings.timeout().toMillis());
        options.setConnectTimeoutMillis(millis);
        options.setResponseTimeoutMillis(millis);
        // Whoever is referred to may be anybody, and would be sent the password.
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        ImpatientSockets sockets = new ImpatientSockets(tls, millis);
        boolean ldaps = address.getScheme().equals("ldaps");
        int port = address.getPort() > 0 ? address.getPort() : ldaps ? USUAL_TLS_PORT : USUAL_PORT;
        return ldaps
                ? new SingleServerSet(address.getHost(), port, sockets, options)
                : new SingleServerSet(
                        address.getHost(), port, null, options, null, new StartTLSPostConnectProcessor(sockets));
    }

    /**
     * Checks a user name and password.
     *
     * @return the person, or empty where there is none of that name or the password does not fit
     * @throws RestException with status 503 where no server answers, 403 where the directory says what keeps the person out,
     *     429 where too many wait
     */
    Optional<Outsider> check(String username, char[] password) {
        // A bind without password is one of nobody, which servers say yes to (RFC 4513, 5.1.2).
        if (password.length == 0 || username.isBlank()) {
            return Optional.empty();
        }
        if (!places.tryAcquire()) {
            throw RestException.later(RestError.TOO_MANY_REQUESTS, "Too many log-ins at once: try again.", 2);
        }
        try {
            return ask(username, new String(password));
        } finally {
            places.release();
        }
    }

    private Optional<Outsider> ask(String username, String password) {
        ResultCode last = ResultCode.SERVER_DOWN;
        for (ServerSet server : servers) {
            try (LDAPConnection connection = server.getConnection()) {
                return ask(connection, username, password);
            } catch (LDAPException e) {
                last = e.getResultCode();
                if (last.isConnectionUsable()) {
                    break;
                }
            }
        }
        throw unavailable(last);
    }

    private Optional<Outsider> ask(LDAPConnection connection, String username, String password) throws LDAPException {
        bindAsSearcher(connection);
        Optional<SearchResultEntry> person = person(connection, username);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        Set<String> groups = groups(connection, person.get());
        return bindAs(connection, person.get(), password)
                ? Optional.of(outsider(person.get(), username, groups))
                : Optional.empty();
    }

    private void bindAsSearcher(LDAPConnection connection) throws LDAPException {
        if (settings.user().isPresent()) {
            DirectorySettings.User user = settings.user().get();
            connection.bind(user.name(), user.password());
        }
    }

    private Optional<SearchResultEntry> person(LDAPConnection connection, String username) throws LDAPException {
        Filter filter = Filter.create(
                settings.people().filter().replace(DirectorySettings.USER_PLACE, Filter.encodeValue(username)));
        String[] wanted =
                Stream.concat(NAMES.stream(), Stream.of(GUID, UUID, GROUPS)).toArray(String[]::new);
        SearchRequest request = new SearchRequest(settings.people().base(), SearchScope.SUB, filter, wanted);
        request.setSizeLimit(AMBIGUOUS);
        SearchResult found = connection.search(request);
        if (found.getEntryCount() > 1) {
            LOG.warn("The directory knows several people by one user name: make holdfast.directory.person-filter"
                    + " narrower");
            return Optional.empty();
        }
        return found.getSearchEntries().stream().findFirst();
    }

    private Set<String> groups(LDAPConnection connection, SearchResultEntry person) throws LDAPException {
        Set<String> groups = new HashSet<>();
        String[] own = person.getAttributeValues(GROUPS);
        if (own != null) {
            groups.addAll(Arrays.asList(own));
        }
        if (!settings.groups().base().isEmpty()) {
            Filter filter = Filter.create(settings.groups()
                    .filter()
                    .replace(DirectorySettings.PERSON_PLACE, Filter.encodeValue(person.getDN())));
            SearchRequest request =
                    new SearchRequest(settings.groups().base(), SearchScope.SUB, filter, SearchRequest.NO_ATTRIBUTES);
            request.setSizeLimit(MOST_GROUPS);
            connection.search(request).getSearchEntries().forEach(group -> groups.add(group.getDN()));
        }
        return groups;
    }

    private static boolean bindAs(LDAPConnection connection, SearchResultEntry person, String password)
            throws LDAPException {
        try {
            connection.bind(person.getDN(), password);
            return true;
        } catch (LDAPException e) {
            Optional<AccessError> reason = LdapRefusals.reason(e);
            if (reason.isPresent()) {
                throw RestException.of(reason.get(), "The firm's directory does not let this account sign in.");
            }
            if (e.getResultCode().equals(ResultCode.INVALID_CREDENTIALS)) {
                return false;
            }
            throw e;
        }
    }

    private static Outsider outsider(SearchResultEntry person, String username, Set<String> groups) {
        String name = NAMES.stream()
                .flatMap(attribute -> Optional.ofNullable(person.getAttributeValue(attribute)).stream())
                .findFirst()
                .orElse("");
        return new Outsider(Origin.Kind.DIRECTORY, lastingId(person), username, name, groups);
    }

    /** What a renamed person keeps and a namesake does not have; the distinguished name where the directory has nothing. */
    private static String lastingId(SearchResultEntry person) {
        Attribute guid = person.getAttribute(GUID);
        if (guid != null) {
            return StaticUtils.toHex(guid.getValueByteArray());
        }
        String uuid = person.getAttributeValue(UUID);
        return uuid == null ? person.getDN() : uuid;
    }

    /** The server's own words may name people: the log gets the code alone. */
    private static RestException unavailable(ResultCode code) {
        LOG.warn("The directory could not be asked: {}", code.getName());
        return RestException.of(
                AccessError.DIRECTORY_UNAVAILABLE, "The firm's directory does not answer: try again later.");
    }
}
