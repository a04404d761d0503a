package org.holdfast.launcher.config;

import java.util.HashMap;
import java.util.Map;

/** Every setting there is, with its default. {@code config/holdfast.properties} describes them for administrators. */
public enum Setting {
    /** Port of console and API. */
    HTTP_PORT("holdfast.http.port", "8080"),
    /** Address the server listens on. */
    HTTP_HOST("holdfast.http.host", "127.0.0.1"),
    /** Port of HTTPS; empty: there is none. */
    HTTPS_PORT("holdfast.https.port", ""),
    /** Address HTTPS is listened for on. */
    HTTPS_HOST("holdfast.https.host", "0.0.0.0"),
    /** The server's certificate: a PEM file with its chain, or a PKCS#12 file with its key as well. */
    HTTPS_CERTIFICATE("holdfast.https.certificate-file", ""),
    /** PEM file of the certificate's key; empty: the certificate's file is PKCS#12. */
    HTTPS_KEY_FILE("holdfast.https.key-file", ""),
    /** File whose first line is the password of the key or of the PKCS#12 file. */
    HTTPS_PASSWORD_FILE("holdfast.https.password-file", ""),
    /** Whether TLS 1.2 is spoken, too. */
    HTTPS_TLS12("holdfast.https.tls12", "false"),
    /** Certificates of the authorities that sign for clients; empty: no client is asked for a certificate. */
    HTTPS_CLIENT_CA("holdfast.https.client-ca", ""),
    /** Who must come with a client certificate. */
    HTTPS_CLIENT_CERTIFICATE("holdfast.https.client-certificate", "tokens"),
    /** Calls in a minute from one address, of those that need no sign-on or are refused; 0 for no limit. */
    LIMIT_ADDRESS("holdfast.limits.address-per-minute", "3000"),
    /** Calls in a minute of one session; 0 for no limit. */
    LIMIT_SESSION("holdfast.limits.session-per-minute", "6000"),
    /** Calls in a minute with one token; 0 for no limit. */
    LIMIT_TOKEN("holdfast.limits.token-per-minute", "30000"),
    /** Largest file that is handed over, in MiB. */
    UPLOAD_LARGEST("holdfast.uploads.largest-megabytes", "8192"),
    /** How much files handed over in a subsidiary may come to together, in GiB. */
    UPLOAD_QUOTA("holdfast.uploads.subsidiary-gigabytes", "200"),
    /** After how many days without a further piece an unfinished upload is removed. */
    UPLOAD_DAYS("holdfast.uploads.unfinished-days", "7"),
    /** JDBC address of the database; empty means embedded H2 in the data directory. */
    DATABASE_URL("holdfast.database.url", ""),
    /** User of the database. */
    DATABASE_USER("holdfast.database.user", ""),
    /** File whose first line is the password of the database. */
    DATABASE_PASSWORD_FILE("holdfast.database.password-file", ""),
    /** Folder in which the server keeps its data; empty means data/ beside bin/. */
    DATA_DIRECTORY("holdfast.data.dir", ""),
    /** Folder of the bundles; empty means bundles/ beside bin/. */
    BUNDLE_DIRECTORY("holdfast.bundles.dir", ""),
    /** Root key file; empty means keys/root.p12 in the data directory. */
    KEY_FILE("holdfast.keys.file", ""),
    /** File whose first line is the passphrase of the root key file; empty means keys/passphrase in the data directory. */
    KEY_PASSPHRASE_FILE("holdfast.keys.passphrase-file", ""),
    /** Where new root keys are made: {@code file} or {@code pkcs11}. */
    KEY_ROOT("holdfast.keys.root", "file"),
    /** Cipher suites of subsidiaries, decided when their keys are made; {@code *} stands for all that are not named. */
    KEY_SUITES("holdfast.keys.suites", "*=AES-256-GCM"),
    /** PKCS#11 library of the token's vendor; empty: no token. */
    TOKEN_LIBRARY("holdfast.keys.token.library", ""),
    /** Number of the token's slot; empty means the first that the library lists. */
    TOKEN_SLOT("holdfast.keys.token.slot", ""),
    /** File whose first line is the token's PIN; empty means keys/pin in the data directory. */
    TOKEN_PIN_FILE("holdfast.keys.token.pin-file", ""),
    /** What the labels of the root keys in the token begin with. */
    TOKEN_KEY_LABEL("holdfast.keys.token.key-label", "holdfast-root"),
    /** Key store with the certificates of those who may sign bundles; empty means config/trust.p12. */
    TRUST_STORE("holdfast.bundles.trust-store", ""),
    /** Key store with the certificates of those who counter-sign for the group; empty means config/group-trust.p12. */
    GROUP_TRUST_STORE("holdfast.bundles.group-trust-store", ""),
    /** List of revoked certificates and bundles; empty means config/revoked.txt. */
    REVOKED_LIST("holdfast.bundles.revoked-list", ""),
    /** Folder of the revocation lists of certificate authorities; empty means config/crl. */
    CRL_DIRECTORY("holdfast.bundles.crl-dir", ""),
    /** Reverse proxies whose word about the caller's address counts, as networks. */
    TRUSTED_PROXIES("holdfast.http.trusted-proxies", "127.0.0.0/8, ::1"),
    /** Roles that must have a second factor. */
    SECOND_FACTOR_ROLES("holdfast.sign-on.second-factor-roles", ""),
    /** Address of the console as browsers see it, to which passkeys belong; empty: the one a browser has called. */
    PASSKEY_ADDRESS("holdfast.sign-on.passkey-address", ""),
    /** After how many minutes without use a session ends. */
    SESSION_IDLE_MINUTES("holdfast.sign-on.idle-minutes", "30"),
    /** After how many hours a session ends, however busy. */
    SESSION_HOURS("holdfast.sign-on.session-hours", "8"),
    /** From where administrators may sign on beside the server's own machine; empty: from everywhere. */
    ADMINISTRATOR_NETWORKS("holdfast.sign-on.administrator-networks", ""),
    /** Fewest characters of a password. */
    PASSWORD_LENGTH("holdfast.sign-on.password-length", "15"),
    /** Words about the firm that no password may hold. */
    FIRM_WORDS("holdfast.sign-on.firm-words", ""),
    /** After how many days at most an API token expires. */
    TOKEN_DAYS("holdfast.sign-on.token-days", "366"),
    /** File that says which groups of a directory or provider have which roles; empty means config/sign-on-groups.csv. */
    GROUPS_FILE("holdfast.sign-on.groups-file", ""),
    /** Whether somebody whom a directory or provider knows gets an account at the first sign-in. */
    NEW_ACCOUNTS("holdfast.sign-on.new-accounts", "false"),
    /** Addresses of the LDAP directory; empty: none. */
    DIRECTORY_SERVERS("holdfast.directory.servers", ""),
    /** Certificates of the authorities that sign for the directory; empty means those Java trusts. */
    DIRECTORY_CA_FILE("holdfast.directory.ca-file", ""),
    /** Name of the account that searches the directory; empty: without one. */
    DIRECTORY_USER("holdfast.directory.user", ""),
    /** File whose first line is that account's password. */
    DIRECTORY_PASSWORD_FILE("holdfast.directory.password-file", ""),
    /** Where people are searched. */
    DIRECTORY_PEOPLE("holdfast.directory.people", ""),
    /** Filter that finds a person. */
    DIRECTORY_PERSON_FILTER("holdfast.directory.person-filter", "(sAMAccountName={user})"),
    /** Where groups are searched; empty: they stand with the person. */
    DIRECTORY_GROUPS("holdfast.directory.groups", ""),
    /** Filter that finds a person's groups. */
    DIRECTORY_GROUP_FILTER("holdfast.directory.group-filter", "(member={person})"),
    /** After how many seconds a directory that does not answer is given up. */
    DIRECTORY_TIMEOUT("holdfast.directory.timeout-seconds", "5"),
    /** Issuer of the OpenID Connect provider; empty: none. */
    PROVIDER_ISSUER("holdfast.provider.issuer", ""),
    /** What people call it, on the button of the sign-in page. */
    PROVIDER_NAME("holdfast.provider.name", ""),
    /** By what the provider knows this server. */
    PROVIDER_CLIENT("holdfast.provider.client", ""),
    /** File whose first line is the secret of this server at the provider. */
    PROVIDER_SECRET_FILE("holdfast.provider.secret-file", ""),
    /** Address of the console, as browsers see it. */
    PROVIDER_CONSOLE("holdfast.provider.console", ""),
    /** Certificates of the authorities that sign for the provider; empty means those Java trusts. */
    PROVIDER_CA_FILE("holdfast.provider.ca-file", ""),
    /** What is asked of the provider about people. */
    PROVIDER_SCOPE("holdfast.provider.scope", "openid profile"),
    /** Claim with the name for a new account. */
    PROVIDER_USER_CLAIM("holdfast.provider.user-claim", "preferred_username"),
    /** Claim with the groups. */
    PROVIDER_GROUPS_CLAIM("holdfast.provider.groups-claim", "groups"),
    /** After how many seconds a provider that does not answer is given up. */
    PROVIDER_TIMEOUT("holdfast.provider.timeout-seconds", "5"),
    /** Host of the mail server; empty: reminders stand in the console alone. */
    MAIL_HOST("holdfast.mail.host", ""),
    /** Its port; empty means the usual one of the kind of connection. */
    MAIL_PORT("holdfast.mail.port", ""),
    /** How the connection is protected: {@code starttls}, {@code tls}, or {@code plain} on the own machine. */
    MAIL_SECURITY("holdfast.mail.security", "starttls"),
    /** Certificates of the authorities that sign for the mail server; empty means those Java trusts. */
    MAIL_CA_FILE("holdfast.mail.ca-file", ""),
    /** Who signs in at the mail server; empty: nobody. */
    MAIL_USER("holdfast.mail.user", ""),
    /** File whose first line is the password of that user. */
    MAIL_PASSWORD_FILE("holdfast.mail.password-file", ""),
    /** Address the mails come from. */
    MAIL_FROM("holdfast.mail.from", ""),
    /** Address of the console, as it stands in mails. */
    MAIL_CONSOLE("holdfast.mail.console", ""),
    /** Hours in which only what is urgent is sent, in the subsidiary's time; empty: none. */
    MAIL_QUIET_HOURS("holdfast.mail.quiet-hours", "20-7"),
    /** After how many seconds a mail server that does not answer is given up. */
    MAIL_TIMEOUT("holdfast.mail.timeout-seconds", "10");

    private final String key;
    private final String standard;

    Setting(String key, String standard) {
        this.key = key;
        this.standard = standard;
    }

    /**
     * Returns the key in the settings file.
     *
     * @return for example {@code holdfast.http.port}
     */
    public String key() {
        return key;
    }

    static Map<String, String> defaults() {
        Map<String, String> defaults = new HashMap<>();
        for (Setting setting : values()) {
            defaults.put(setting.key, setting.standard);
        }
        return defaults;
    }
}
