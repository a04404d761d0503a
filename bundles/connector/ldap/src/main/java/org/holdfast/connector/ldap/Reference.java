package org.holdfast.connector.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.RootDSE;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.StaticUtils;
import java.text.ParseException;
import java.util.Optional;

/** What an account is kept by: what stays when it is renamed or moved among the leavers, else its distinguished name. */
final class Reference {
    private static final String GUID = "objectGUID";
    private static final String UUID = "entryUUID";
    private static final String BY_GUID = "guid:";
    private static final String BY_UUID = "uuid:";

    private Reference() {}

    static String of(Entry account) {
        Attribute guid = account.getAttribute(GUID);
        if (guid != null) {
            return BY_GUID + StaticUtils.toHex(guid.getValueByteArray());
        }
        String uuid = account.getAttributeValue(UUID);
        return uuid == null ? account.getDN() : BY_UUID + uuid;
    }

    /**
     * Finds an account, wherever it was moved: below the base first, then in all that the directory holds.
     *
     * @throws LDAPException where the base itself is not there, too: then nothing is known of the account
     */
    static Optional<SearchResultEntry> find(
            LDAPConnection connection, Directory directory, String reference, String... attributes)
            throws LDAPException {
        Optional<Filter> filter = filter(reference);
        if (filter.isEmpty()) {
            return byName(connection, directory, reference, attributes);
        }
        Optional<SearchResultEntry> found = below(connection, directory.base(), filter.get(), attributes);
        if (found.isPresent()) {
            return found;
        }
        RootDSE root = connection.getRootDSE();
        String[] contexts = root == null ? null : root.getNamingContextDNs();
        for (String context : contexts == null ? new String[0] : contexts) {
            Optional<SearchResultEntry> moved = below(connection, context, filter.get(), attributes);
            if (moved.isPresent()) {
                return moved;
            }
        }
        return Optional.empty();
    }

    private static Optional<Filter> filter(String reference) {
        if (reference.startsWith(BY_UUID)) {
            return Optional.of(Filter.createEqualityFilter(UUID, reference.substring(BY_UUID.length())));
        }
        try {
            return reference.startsWith(BY_GUID)
                    ? Optional.of(Filter.createEqualityFilter(
                            GUID, StaticUtils.fromHex(reference.substring(BY_GUID.length()))))
                    : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<SearchResultEntry> below(
            LDAPConnection connection, String base, Filter filter, String... attributes) throws LDAPException {
        SearchRequest request = new SearchRequest(base, SearchScope.SUB, filter, attributes);
        request.setSizeLimit(1);
        return connection.search(request).getSearchEntries().stream().findFirst();
    }

    private static Optional<SearchResultEntry> byName(
            LDAPConnection connection, Directory directory, String name, String... attributes) throws LDAPException {
        if (!DN.isValidDN(name)) {
            return Optional.empty();
        }
        Optional<SearchResultEntry> found = Optional.ofNullable(connection.getEntry(name, attributes));
        if (found.isEmpty() && connection.getEntry(directory.base(), SearchRequest.NO_ATTRIBUTES) == null) {
            throw new LDAPException(ResultCode.NO_SUCH_OBJECT, "no base");
        }
        return found;
    }
}
