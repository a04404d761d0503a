package org.holdfast.core.access;

import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The accounts that are linked to a person. Hashes and secrets prove who somebody is and say nothing about them. */
final class AccountRecords implements PersonRecords {
    private final AccountStore accounts;
    private final Passkeys passkeys;
    private final MailAddresses addresses;
    private final ChannelAddresses others;

    AccountRecords(AccountStore accounts, Passkeys passkeys, MailAddresses addresses, ChannelAddresses others) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.addresses = addresses;
        this.others = others;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        return accounts.all().stream()
                .filter(account -> account.employeeId().equals(person.personId()))
                .map(this::item)
                .toList();
    }

    private RecordItem item(Account account) {
        return RecordItem.with()
                .and("username", account.username())
                .and("displayName", account.displayName())
                .and("roles", account.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", ")))
                .and("language", account.language())
                .and("active", account.active())
                .and("passkeys", names(account))
                .and("mailAddress", addresses.find(account.id()).orElse(""))
                .and("channelAddresses", channels(account))
                .item();
    }

    private String channels(Account account) {
        return others.all(account.id()).entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private String names(Account account) {
        return passkeys.of(account.id()).stream()
                .flatMap(passkey -> passkey.name().stream())
                .collect(Collectors.joining(", "));
    }
}
