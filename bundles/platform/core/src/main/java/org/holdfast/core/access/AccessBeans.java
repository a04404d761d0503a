package org.holdfast.core.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.Entities;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.GaugeSource;
import org.holdfast.core.platform.rest.RestBeans;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.config.DirectorySettings;
import org.holdfast.launcher.config.FieldTable;
import org.holdfast.launcher.config.ProviderSettings;
import org.holdfast.launcher.config.SignOnSettings;
import org.holdfast.launcher.host.Traffic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the beans of this room, so that the classes themselves know nothing of CDI. */
@ApplicationScoped
public class AccessBeans {
    private static final Logger LOG = LoggerFactory.getLogger(AccessBeans.class);

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, Accounts accounts) {
        accounts.createFirst();
    }

    @Produces
    @Singleton
    RoleTable table() {
        return RoleTable.read(RestBeans.host().dataDirectory());
    }

    @Produces
    @Singleton
    PasswordHashes hashes() {
        return new PasswordHashes();
    }

    @Produces
    @Singleton
    NewPasswords passwords(PasswordHashes hashes) {
        SignOnSettings.Passwords settings = RestBeans.host().signOn().passwords();
        return new NewPasswords(new PasswordRules(settings.shortest(), settings.firmWords()), hashes);
    }

    @Produces
    @Singleton
    BodySeal answers(Vault vault) {
        return new GroupSeal(vault, "idempotency", "body");
    }

    @Produces
    @Singleton
    AccountStore accounts(Entities entities, Vault vault) {
        return new JpaAccountStore(entities, new GroupSeal(vault, "access_user", "display_name"));
    }

    @Produces
    @Singleton
    PersonTraces accountTraces() {
        return new AccountTraces();
    }

    @Produces
    @Singleton
    PersonRecords accessRecords() {
        return new AccessRecords(RestBeans.host().dataDirectory());
    }

    @Produces
    @Singleton
    PersonRecords accountRecords(
            AccountStore accounts, Passkeys passkeys, MailAddresses addresses, ChannelAddresses others) {
        return new AccountRecords(accounts, passkeys, addresses, others);
    }

    @Produces
    @Singleton
    ChannelAddresses channelAddresses(Database database, Vault vault, Channels channels) {
        return new ChannelAddresses(database, new GroupSeal(vault, "access_channel_address", "address"), channels);
    }

    @Produces
    @Singleton
    SessionWatch sessionWatch(Sessions sessions) {
        return new SessionWatch(sessions);
    }

    @Produces
    @Singleton
    ReminderPreferences reminderPreferences(Database database) {
        return new ReminderPreferences(database);
    }

    @Produces
    @Singleton
    ChannelAddressViews channelAddressViews(ChannelAddresses addresses, Channels channels, Texts texts) {
        return new ChannelAddressViews(addresses, channels, texts);
    }

    @Produces
    @Singleton
    MailAddresses addresses(Database database, Vault vault) {
        return new MailAddresses(database, new GroupSeal(vault, "access_mail_address", "address"));
    }

    @Produces
    @Singleton
    Recipients recipients(AccountStore accounts, MailAddresses addresses, RoleTable table, Gate.Known people) {
        return new AccountRecipients(accounts, addresses, table, people.line());
    }

    @Produces
    @Singleton
    TokenStore tokens(Entities entities) {
        return new JpaTokenStore(entities);
    }

    @Produces
    @Singleton
    Sessions sessions() {
        SignOnSettings settings = RestBeans.host().signOn();
        return new MemorySessions(RestBeans.clock(), settings.idle(), settings.longest());
    }

    @Produces
    @Singleton
    CallRules rules() {
        Traffic traffic = RestBeans.host().traffic();
        boolean certificates = traffic.https()
                .filter(https -> https.settings().clients().neededForTokens())
                .isPresent();
        return new CallRules(certificates, traffic.limits(), RestBeans.clock());
    }

    @Produces
    @Singleton
    SignInDelays delays() {
        return new SignInDelays(RestBeans.clock());
    }

    @Produces
    @Singleton
    Passkeys passkeys(Entities entities, Vault vault, AuditNotes audit) {
        return new Passkeys(
                new JpaPasskeyStore(entities, new GroupSeal(vault, "access_passkey", "name")),
                RestBeans.host().signOn().passkeyAddress(),
                audit,
                RestBeans.clock());
    }

    @Produces
    @Singleton
    SecondFactors factors(Entities entities, Vault vault, Sessions sessions, Passkeys passkeys) {
        Set<Role> required = RestBeans.host().signOn().secondFactorRoles().stream()
                .flatMap(code -> Role.of(code).stream())
                .collect(Collectors.toSet());
        SecondFactorStore store =
                new JpaSecondFactorStore(entities, new GroupSeal(vault, "access_second_factor", "secret"));
        return new SecondFactors(store, required, sessions, passkeys, RestBeans.clock());
    }

    @Produces
    @Singleton
    SignOn signOn(Doorkeeper doorkeeper, SecondFactors factors, SignInDelays delays, Sessions sessions) {
        AdministratorPlaces places =
                new AdministratorPlaces(RestBeans.host().signOn().administratorNetworks());
        return new SignOn(doorkeeper, factors, delays, places, sessions);
    }

    @Produces
    @Singleton
    OutsideAccounts outsideAccounts(
            AccountStore store, Sessions sessions, RoleTable table, Instance<SubsidiaryCodes> codes) {
        SignOnSettings settings = RestBeans.host().signOn();
        OutsideAccounts.Vouching vouching = new OutsideAccounts.Vouching(
                settings.directory().isPresent(),
                settings.provider()
                        .map(provider -> provider.issuer().toString())
                        .orElse(""));
        SubsidiaryCodes known = code -> codes.isResolvable() ? codes.get().find(code) : Optional.empty();
        return new OutsideAccounts(store, sessions, new GroupRoles(settings.groups(), known), table, vouching);
    }

    @Produces
    @Singleton
    PasswordsElsewhere directory(OutsideAccounts accounts) {
        Optional<DirectorySettings> settings = RestBeans.host().signOn().directory();
        if (settings.isEmpty()) {
            return PasswordsElsewhere.NONE;
        }
        try {
            LdapDirectory directory = new LdapDirectory(settings.get());
            return (username, password) -> directory.check(username, password).map(accounts::of);
        } catch (IOException e) {
            LOG.error("Nobody can sign on with the directory: correct holdfast.directory.ca-file", e);
            return (username, password) -> {
                throw RestException.of(
                        AccessError.DIRECTORY_UNAVAILABLE, "The firm's directory cannot be asked: try again later.");
            };
        }
    }

    @Produces
    @Singleton
    Doorkeeper doorkeeper(
            AccountStore accounts,
            AccountRealm people,
            TokenStore tokens,
            SignInDelays delays,
            PasswordsElsewhere elsewhere) {
        TokenRealm machines = new TokenRealm(tokens, RestBeans.host().localToken(), RestBeans.clock());
        return new Doorkeeper(people, machines, accounts, delays, elsewhere);
    }

    @Produces
    @Singleton
    ProviderSignOn provider(OutsideAccounts accounts, AccountStore store, SignOn signOn) {
        return new ProviderSignOn(
                RestBeans.host().signOn().provider().flatMap(AccessBeans::provider),
                new ProviderAttempts(RestBeans.clock()),
                accounts,
                store,
                signOn);
    }

    private static Optional<OidcProvider> provider(ProviderSettings settings) {
        try {
            return Optional.of(new OidcProvider(settings, RestBeans.clock()));
        } catch (IOException e) {
            LOG.error("Nobody can sign on with the identity provider: correct holdfast.provider.ca-file", e);
            return Optional.empty();
        }
    }

    @Produces
    @Singleton
    SessionViews views(Gate gate, SignOn signOn) {
        return new SessionViews(gate, signOn);
    }

    @Produces
    @Singleton
    AccountRealm accountRealm(AccountStore accounts, PasswordHashes hashes, RoleTable table) {
        return new AccountRealm(accounts, hashes, table);
    }

    @Produces
    @Singleton
    Gate gate(Doorkeeper doorkeeper, AccountStore accounts, Sessions sessions, Gate.Tables tables, Gate.Known people) {
        return new Gate(doorkeeper, accounts, sessions, tables, people);
    }

    @Produces
    @Singleton
    Gate.Tables tables(RoleTable roles) {
        return new Gate.Tables(roles, FieldTable.read(RestBeans.host().dataDirectory()));
    }

    @Produces
    @Singleton
    Gate.Known people(Instance<ReportingLine> line, Instance<PersonNames> names) {
        // Without the room of people nobody leads anybody, and so no manager sees anybody.
        return new Gate.Known(
                line.isResolvable() ? line.get() : (manager, person) -> false,
                names.isResolvable() ? names.get() : id -> Optional.empty());
    }

    @Produces
    @Singleton
    Accounts service(AccountStore store, NewPasswords passwords, Sessions sessions, Doorkeeper doorkeeper) {
        return new Accounts(
                store,
                passwords,
                sessions,
                doorkeeper,
                new FirstPassword(RestBeans.host().dataDirectory()));
    }

    @Produces
    @Singleton
    ApiTokens apiTokens(TokenStore store, RoleTable table) {
        return new ApiTokens(store, table, RestBeans.host().signOn().longestToken(), RestBeans.clock());
    }

    @Produces
    @Singleton
    GaugeSource tokenGauges(ApiTokens tokens) {
        return tokens::gauges;
    }

    @Produces
    @Singleton
    AccountNames accountNames(AccountStore accounts) {
        return id -> accounts.find(id)
                .map(account -> account.displayName().isEmpty() ? account.username() : account.displayName());
    }
}
