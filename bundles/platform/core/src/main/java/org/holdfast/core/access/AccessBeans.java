package org.holdfast.core.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.core.platform.database.Entities;
import org.holdfast.core.platform.rest.BodySeal;
import org.holdfast.core.platform.rest.RestBeans;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.launcher.config.SignOnSettings;

/** Makes the beans of this room, so that the classes themselves know nothing of CDI. */
@ApplicationScoped
public class AccessBeans {
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
    SignInDelays delays() {
        return new SignInDelays(RestBeans.clock());
    }

    @Produces
    @Singleton
    SecondFactors factors(Entities entities, Vault vault, Sessions sessions) {
        Set<Role> required = RestBeans.host().signOn().secondFactorRoles().stream()
                .flatMap(code -> Role.of(code).stream())
                .collect(Collectors.toSet());
        SecondFactorStore store =
                new JpaSecondFactorStore(entities, new GroupSeal(vault, "access_second_factor", "secret"));
        return new SecondFactors(store, required, sessions, RestBeans.clock());
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
    Doorkeeper doorkeeper(
            AccountStore accounts, TokenStore tokens, PasswordHashes hashes, RoleTable table, SignInDelays delays) {
        AccountRealm people = new AccountRealm(accounts, hashes, table);
        TokenRealm machines = new TokenRealm(tokens, RestBeans.host().localToken(), RestBeans.clock());
        return new Doorkeeper(people, machines, accounts, delays);
    }

    @Produces
    @Singleton
    Gate gate(
            Doorkeeper doorkeeper,
            AccountStore accounts,
            Sessions sessions,
            RoleTable table,
            Instance<ReportingLine> line) {
        // Without the room of people nobody leads anybody, and so no manager sees anybody.
        ReportingLine known = line.isResolvable() ? line.get() : (manager, person) -> false;
        return new Gate(doorkeeper, accounts, sessions, table, known);
    }

    @Produces
    @Singleton
    Accounts service(AccountStore store, PasswordHashes hashes, Sessions sessions, Doorkeeper doorkeeper) {
        return new Accounts(
                store,
                hashes,
                sessions,
                doorkeeper,
                new FirstPassword(RestBeans.host().dataDirectory()));
    }

    @Produces
    @Singleton
    ApiTokens apiTokens(TokenStore store, RoleTable table) {
        return new ApiTokens(store, table, RestBeans.clock());
    }
}
