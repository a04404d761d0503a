package org.holdfast.core.access;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.config.DirectorySettings;
import org.jspecify.annotations.Nullable;

/** A directory on a real socket: two people, two groups, and refusals as a test wishes. */
final class TestDirectory implements AutoCloseable {
    static final String PEOPLE = "ou=People,dc=firm,dc=example";
    static final String GROUPS = "ou=Groups,dc=firm,dc=example";
    static final String SEARCHER = "cn=holdfast,dc=firm,dc=example";
    static final String SEARCHER_PASSWORD = "searches only";
    static final String MEI = "uid=mei.lin," + PEOPLE;
    static final String MEI_PASSWORD = "Meis eigenes Passwort";

    final InMemoryDirectoryServer server;
    final List<String> binds = Collections.synchronizedList(new ArrayList<>());
    private final String scheme;

    /** What the directory answers to binds of people in place of looking. */
    volatile @Nullable LDAPException refusal;

    private TestDirectory(String scheme, InMemoryListenerConfig listener) throws LDAPException {
        this.scheme = scheme;
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=firm,dc=example");
        config.setSchema(null);
        config.setListenerConfigs(listener);
        config.addAdditionalBindCredentials(SEARCHER, SEARCHER_PASSWORD);
        config.addInMemoryOperationInterceptor(new Binds());
        server = new InMemoryDirectoryServer(config);
        entry("dc=firm,dc=example", "objectClass: domain");
        entry(PEOPLE, "objectClass: organizationalUnit");
        entry(GROUPS, "objectClass: organizationalUnit");
        entry(
                MEI,
                "uid: mei.lin",
                "cn: Lin Mei",
                "displayName: 林梅",
                "userPassword: " + MEI_PASSWORD,
                "entryUUID: 11-1");
        entry("uid=li.wei," + PEOPLE, "uid: li.wei", "cn: Li Wei", "userPassword: Li Weis Passwort", "entryUUID: 22-2");
        entry("cn=HR," + GROUPS, "objectClass: groupOfNames", "cn: HR", "member: " + MEI);
        server.startListening();
    }

    static TestDirectory ldaps(TestCertificate certificate) throws LDAPException {
        return new TestDirectory(
                "ldaps",
                InMemoryListenerConfig.createLDAPSConfig(
                        "ldaps", local(), 0, certificate.server().getServerSocketFactory(), null));
    }

    static TestDirectory startTls(TestCertificate certificate) throws LDAPException {
        return new TestDirectory(
                "ldap",
                InMemoryListenerConfig.createLDAPConfig(
                        "ldap", local(), 0, certificate.server().getSocketFactory()));
    }

    /** One that speaks no TLS at all. */
    static TestDirectory plain() throws LDAPException {
        return new TestDirectory("ldap", InMemoryListenerConfig.createLDAPConfig("ldap", local(), 0, null));
    }

    static InetAddress local() {
        try {
            return InetAddress.getByName("127.0.0.1");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    void entry(String name, String... lines) throws LDAPException {
        List<String> ldif = new ArrayList<>(List.of("dn: " + name));
        ldif.addAll(List.of(lines));
        if (ldif.stream().noneMatch(line -> line.startsWith("objectClass"))) {
            ldif.add("objectClass: inetOrgPerson");
        }
        try {
            server.add(ldif.toArray(String[]::new));
        } catch (LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    URI address() {
        return URI.create(scheme + "://127.0.0.1:" + server.getListenPort());
    }

    static DirectorySettings settings(Path authorities, URI... servers) {
        return new DirectorySettings(
                List.of(servers),
                Optional.of(authorities),
                Optional.of(new DirectorySettings.User(SEARCHER, SEARCHER_PASSWORD)),
                new DirectorySettings.Search(PEOPLE, "(&(objectClass=inetOrgPerson)(uid={user}))"),
                new DirectorySettings.Search(GROUPS, "(member={person})"),
                Duration.ofSeconds(1));
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private final class Binds extends InMemoryOperationInterceptor {
        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
            String name = request.getRequest().getBindDN();
            if (!name.equals(SEARCHER)) {
                binds.add(name);
                LDAPException asked = refusal;
                if (asked != null) {
                    throw asked;
                }
            }
        }
    }
}
