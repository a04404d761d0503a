package org.holdfast.connector.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSettings;
import org.holdfast.testkit.connector.FarAccounts;

/** A directory on a real socket with the schema of Active Directory as far as accounts need it. It misbehaves as a test wishes. */
final class FirmDirectory implements FarAccounts, AutoCloseable {
    static final String FIRM = "dc=firm,dc=example";
    static final String PEOPLE = "ou=People," + FIRM;
    static final String LEAVERS = "ou=Leavers," + FIRM;
    static final String USER = "cn=holdfast," + FIRM;
    static final String PASSWORD = "changes locks only";

    final InMemoryDirectoryServer server;
    private final AtomicReference<Behaviour> next = new AtomicReference<>(Behaviour.OBEY);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, String> values = new HashMap<>();
    private final SSLContext client;
    private int numbers;
    private volatile boolean cookiesOfOneConnection;

    private FirmDirectory(String scheme, InMemoryListenerConfig listener, SSLContext client)
            throws LDAPException, IOException, LDIFException {
        this.client = client;
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(FIRM);
        config.setSchema(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), activeDirectory()));
        config.setListenerConfigs(listener);
        config.addAdditionalBindCredentials(USER, PASSWORD);
        config.addInMemoryOperationInterceptor(new Moods());
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + FIRM, "objectClass: domain", "dc: firm");
        server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: People");
        server.add("dn: " + LEAVERS, "objectClass: organizationalUnit", "ou: Leavers");
        server.startListening();
        for (SystemSetting setting : new LdapAccountSystem().settings()) {
            values.put(setting.name(), setting.usual());
        }
        values.put(Directory.ADDRESS, scheme + "://127.0.0.1:" + server.getListenPort());
        values.put(Directory.BASE, PEOPLE);
        values.put(Directory.USER, USER);
        values.put(Directory.PASSWORD, PASSWORD);
    }

    static FirmDirectory ldaps(TestCertificate certificate) throws Exception {
        return new FirmDirectory(
                "ldaps",
                InMemoryListenerConfig.createLDAPSConfig(
                        "ldaps", local(), 0, certificate.server().getServerSocketFactory(), null),
                certificate.client());
    }

    static FirmDirectory startTls(TestCertificate certificate) throws Exception {
        return new FirmDirectory(
                "ldap",
                InMemoryListenerConfig.createLDAPConfig(
                        "ldap", local(), 0, certificate.server().getSocketFactory()),
                certificate.client());
    }

    /** One that speaks no TLS at all. */
    static FirmDirectory plain(TestCertificate certificate) throws Exception {
        return new FirmDirectory(
                "ldap", InMemoryListenerConfig.createLDAPConfig("ldap", local(), 0, null), certificate.client());
    }

    private static InetAddress local() throws IOException {
        return InetAddress.getByName("127.0.0.1");
    }

    /** The policy's own moment "for ever" is none to the strict syntax of this server, so that it is text here. */
    private static Schema activeDirectory() throws LDIFException {
        return new Schema(new Entry(
                "dn: cn=schema",
                "objectClass: top",
                "objectClass: ldapSubentry",
                "objectClass: subschema",
                "cn: schema",
                attribute("1.2.840.113556.1.4.8", "userAccountControl", "1.3.6.1.4.1.1466.115.121.1.27", true),
                attribute("1.2.840.113556.1.4.2", "objectGUID", "1.3.6.1.4.1.1466.115.121.1.40", true),
                attribute("1.2.840.113556.1.4.221", "sAMAccountName", "1.3.6.1.4.1.1466.115.121.1.15", true),
                attribute("1.2.840.113556.1.4.35", "employeeID", "1.3.6.1.4.1.1466.115.121.1.15", true),
                attribute("2.16.840.1.113730.3.1.610", "nsAccountLock", "1.3.6.1.4.1.1466.115.121.1.15", true),
                attribute("1.3.6.1.4.1.42.2.27.8.1.17", "pwdAccountLockedTime", "1.3.6.1.4.1.1466.115.121.1.15", true),
                "objectClasses: ( 1.2.840.113556.1.5.9 NAME 'user' SUP inetOrgPerson STRUCTURAL"
                        + " MAY ( userAccountControl $ objectGUID $ sAMAccountName $ employeeID $ nsAccountLock"
                        + " $ pwdAccountLockedTime ) )"));
    }

    private static String attribute(String oid, String name, String syntax, boolean single) {
        return "attributeTypes: ( " + oid + " NAME '" + name + "' SYNTAX " + syntax + (single ? " SINGLE-VALUE" : "")
                + " )";
    }

    /** Changes a setting. */
    FirmDirectory with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Takes a page's cookie on the connection alone on which it was given, as OpenLDAP does. */
    void cookiesOfOneConnection() {
        cookiesOfOneConnection = true;
    }

    @Override
    public void next(Behaviour behaviour) {
        next.set(behaviour);
    }

    @Override
    public SystemSettings settings() {
        return new SystemSettings(values, client);
    }

    @Override
    public void account(String employeeNo, String email, String name) {
        try {
            Entry entry = new Entry("cn=" + name + "," + PEOPLE);
            entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson", "user");
            entry.addAttribute("cn", name);
            entry.addAttribute("sn", name);
            entry.addAttribute("mail", email);
            entry.addAttribute("employeeID", employeeNo);
            entry.addAttribute("sAMAccountName", "u" + ++numbers);
            entry.addAttribute("userAccountControl", "66048");
            entry.addAttribute("objectGUID", new byte[] {(byte) 0xff, 0, 42, (byte) numbers});
            server.add(entry);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    Entry entry(String employeeNo) {
        try {
            return server.search(FIRM, SearchScope.SUB, "(employeeID=" + employeeNo + ")")
                    .getSearchEntries()
                    .get(0);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean lives(String employeeNo) {
        return (entry(employeeNo).getAttributeValueAsInteger("userAccountControl") & 2) == 0;
    }

    @Override
    public void remove(String employeeNo) {
        try {
            server.delete(entry(employeeNo).getDN());
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.shutDown(true);
    }

    private final class Moods extends InMemoryOperationInterceptor {
        private final Set<Long> paged = ConcurrentHashMap.newKeySet();

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
            if (next.compareAndSet(Behaviour.DENY, Behaviour.OBEY)) {
                throw new LDAPException(ResultCode.INVALID_CREDENTIALS, "secret Quittenmus");
            }
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
            if (!request.getRequest().getBaseDN().endsWith(FIRM)) {
                return;
            }
            Control asked = request.getRequest().getControl(SimplePagedResultsControl.PAGED_RESULTS_OID);
            if (asked != null) {
                ASN1OctetString cookie =
                        new SimplePagedResultsControl(asked.getOID(), asked.isCritical(), asked.getValue()).getCookie();
                boolean first = paged.add(request.getConnectionID());
                if (cookiesOfOneConnection && first && cookie.getValueLength() > 0) {
                    throw new LDAPException(ResultCode.UNWILLING_TO_PERFORM, "paged results cookie is invalid");
                }
            }
            switch (next.get()) {
                case LIMIT -> fail(ResultCode.BUSY);
                case FAIL -> fail(ResultCode.UNAVAILABLE);
                case HANG -> hang();
                default -> {}
            }
        }

        @Override
        public void processModifyRequest(InMemoryInterceptedModifyRequest request) throws LDAPException {
            switch (next.getAndSet(Behaviour.OBEY)) {
                case REFUSE -> fail(ResultCode.INSUFFICIENT_ACCESS_RIGHTS);
                case SAY_YES ->
                    request.setRequest(new ModifyRequest(
                            request.getRequest().getDN(),
                            new Modification(ModificationType.REPLACE, "description", "left alive")));
                default -> {}
            }
        }

        private void fail(ResultCode code) throws LDAPException {
            next.set(Behaviour.OBEY);
            throw new LDAPException(new LDAPResult(1, code, "Quittenmus said no", null, new String[0], null));
        }

        private void hang() {
            next.set(Behaviour.OBEY);
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
