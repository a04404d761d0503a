package org.holdfast.connector.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.util.StaticUtils;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.api.connector.AccountOwner;
import org.holdfast.api.connector.AccountPage;
import org.holdfast.api.connector.AccountStatus;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.DisableOutcome;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSettings;
import org.osgi.service.component.annotations.Component;

/** Accounts in an LDAP directory or Active Directory (RFC 4511), over TLS alone. */
@Component(service = AccountSystem.class, immediate = true)
public final class LdapAccountSystem implements AccountSystem {
    private static final int PAGE = 500;
    private static final int MOST_OF_ONE = 50;
    private static final List<String> NAMES =
            List.of("sAMAccountName", "userPrincipalName", "uid", "displayName", "cn");
    private static final List<String> CHANGED = List.of("whenChanged", "modifyTimestamp");

    @Override
    public String code() {
        return "ldap";
    }

    @Override
    public List<SystemSetting> settings() {
        return Directory.needed();
    }

    @Override
    public List<String> refused(SystemSettings settings) {
        return new Directory(settings).refused();
    }

    @Override
    public int test(SystemSettings settings) {
        return page(settings, "").accounts().size();
    }

    @Override
    public List<SystemAccount> find(SystemSettings settings, AccountOwner owner) {
        Directory directory = new Directory(settings);
        String attribute = directory.byMail() ? Directory.MAIL : directory.number();
        String value = directory.byMail() ? owner.email() : owner.employeeNo();
        if (value.isBlank()) {
            return List.of();
        }
        return Call.of(directory, connection -> {
            Filter filter = Filter.createANDFilter(
                    directory.filter().orElseThrow(), Filter.createEqualityFilter(attribute, value));
            SearchRequest request = new SearchRequest(directory.base(), SearchScope.SUB, filter, wanted(directory));
            // More are nobody's: a number that everybody bears.
            request.setSizeLimit(MOST_OF_ONE);
            return connection.search(request).getSearchEntries().stream()
                    .filter(entry -> Stream.of(values(entry, attribute)).anyMatch(value::equalsIgnoreCase))
                    .map(entry -> account(entry, directory))
                    .toList();
        });
    }

    private static String[] values(SearchResultEntry entry, String attribute) {
        String[] values = entry.getAttributeValues(attribute);
        return values == null ? new String[0] : values;
    }

    private static String[] wanted(Directory directory) {
        return Stream.of(
                        NAMES.stream(),
                        CHANGED.stream(),
                        Stream.of(
                                directory.number(),
                                Directory.MAIL,
                                "objectGUID",
                                "entryUUID",
                                Lock.CONTROL,
                                Lock.ACCOUNT_LOCK_ATTRIBUTE,
                                Lock.LOCKED_TIME,
                                directory.lockAttribute().name()))
                .flatMap(part -> part)
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
    }

    private static SystemAccount account(SearchResultEntry entry, Directory directory) {
        String name = NAMES.stream()
                .flatMap(attribute -> Optional.ofNullable(entry.getAttributeValue(attribute)).stream())
                .findFirst()
                .orElse("");
        return new SystemAccount(
                Reference.of(entry),
                name,
                Optional.ofNullable(entry.getAttributeValue(directory.number())).orElse(""),
                Optional.ofNullable(entry.getAttributeValue(Directory.MAIL)).orElse(""),
                life(entry, directory));
    }

    private static Life life(SearchResultEntry entry, Directory directory) {
        return directory.lock().life(entry, directory.lockAttribute());
    }

    @Override
    public AccountPage page(SystemSettings settings, String cursor) {
        Directory directory = new Directory(settings);
        Place place = Place.of(cursor);
        return Call.of(directory, connection -> {
            try {
                return page(connection, directory, place, place.cookie());
            } catch (LDAPException e) {
                // Some directories take a page's cookie on the connection it was given on alone: walk there anew.
                if (place.seen() == 0 || !e.getResultCode().isConnectionUsable()) {
                    throw e;
                }
                return page(connection, directory, place, walk(connection, directory, place.seen()));
            }
        });
    }

    private static AccountPage page(
            LDAPConnection connection, Directory directory, Place place, Optional<ASN1OctetString> cookie)
            throws LDAPException {
        SearchResult found = search(connection, directory, cookie, wanted(directory));
        List<SystemAccount> accounts = found.getSearchEntries().stream()
                .map(entry -> account(entry, directory))
                .toList();
        return new AccountPage(
                accounts,
                next(found)
                        .map(more -> new Place(place.seen() + accounts.size(), Optional.of(more)).cursor())
                        .orElse(""));
    }

    private static Optional<ASN1OctetString> walk(LDAPConnection connection, Directory directory, int seen)
            throws LDAPException {
        Optional<ASN1OctetString> cookie = Optional.empty();
        int passed = 0;
        while (passed < seen) {
            SearchResult found = search(connection, directory, cookie, SearchRequest.NO_ATTRIBUTES);
            passed += found.getEntryCount();
            cookie = next(found);
            if (cookie.isEmpty()) {
                throw new LDAPException(ResultCode.PROTOCOL_ERROR, "fewer accounts than before");
            }
        }
        return cookie;
    }

    private static SearchResult search(
            LDAPConnection connection, Directory directory, Optional<ASN1OctetString> cookie, String... wanted)
            throws LDAPException {
        SearchRequest request = new SearchRequest(
                directory.base(), SearchScope.SUB, directory.filter().orElseThrow(), wanted);
        request.addControl(new SimplePagedResultsControl(PAGE, cookie.orElse(null), true));
        return connection.search(request);
    }

    private static Optional<ASN1OctetString> next(SearchResult found) throws LDAPException {
        SimplePagedResultsControl control = SimplePagedResultsControl.get(found);
        return control == null || !control.moreResultsToReturn() ? Optional.empty() : Optional.of(control.getCookie());
    }

    /**
     * Where a page begins.
     *
     * @param seen how many accounts lie before it
     * @param cookie what the directory calls the place
     */
    private record Place(int seen, Optional<ASN1OctetString> cookie) {
        static Place of(String cursor) {
            if (cursor.isEmpty()) {
                return new Place(0, Optional.empty());
            }
            int end = cursor.indexOf(' ');
            return new Place(
                    Integer.parseInt(cursor.substring(0, end)),
                    Optional.of(new ASN1OctetString(Base64.getDecoder().decode(cursor.substring(end + 1)))));
        }

        String cursor() {
            return seen
                    + " "
                    + Base64.getEncoder().encodeToString(cookie.orElseThrow().getValue());
        }
    }

    @Override
    public DisableOutcome disable(SystemSettings settings, String reference, UUID key) {
        Directory directory = new Directory(settings);
        return Call.of(directory, connection -> {
            Optional<SearchResultEntry> found = Reference.find(connection, directory, reference, wanted(directory));
            if (found.isEmpty()) {
                return DisableOutcome.GONE;
            }
            SearchResultEntry account = found.get();
            if (life(account, directory) != Life.ACTIVE) {
                return DisableOutcome.ALREADY_DISABLED;
            }
            connection.modify(account.getDN(), directory.lock().disable(account, directory.lockAttribute()));
            return DisableOutcome.DISABLED;
        });
    }

    @Override
    public AccountStatus read(SystemSettings settings, String reference) {
        Directory directory = new Directory(settings);
        return Call.of(
                directory,
                connection -> Reference.find(connection, directory, reference, wanted(directory))
                        .map(entry -> new AccountStatus(life(entry, directory), since(entry)))
                        .orElse(AccountStatus.of(Life.GONE)));
    }

    private static Optional<Instant> since(SearchResultEntry entry) {
        return CHANGED.stream()
                .flatMap(name -> Optional.ofNullable(entry.getAttributeValue(name)).stream())
                .flatMap(text -> moment(text).stream())
                .findFirst();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(StaticUtils.decodeGeneralizedTime(text).toInstant());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
