package org.holdfast.core.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes recipients from the accounts, as far as the table of roles lets a role reach. */
final class AccountRecipients implements Recipients {
    private final AccountStore accounts;
    private final MailAddresses addresses;
    private final RoleTable table;
    private final ReportingLine line;

    AccountRecipients(AccountStore accounts, MailAddresses addresses, RoleTable table, ReportingLine line) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.table = table;
        this.line = line;
    }

    @Override
    public List<Recipient> of(Role role, UUID subsidiaryId) {
        return holders(role, subsidiaryId).map(this::recipient).toList();
    }

    @Override
    public List<Recipient> of(Role role, UUID subsidiaryId, UUID personId) {
        return holders(role, subsidiaryId)
                .filter(account -> !isOrReportsTo(account, personId))
                .map(this::recipient)
                .toList();
    }

    @Override
    public List<Recipient> ofEmployee(UUID employeeId) {
        return accounts.all().stream()
                .filter(account -> account.active()
                        && account.employeeId().filter(employeeId::equals).isPresent())
                .map(this::recipient)
                .toList();
    }

    @Override
    public Set<UUID> employees() {
        return accounts.all().stream()
                .filter(Account::active)
                .flatMap(account -> account.employeeId().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<UUID, Set<UUID>> accounts(Set<UUID> employees) {
        if (employees.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Set<UUID>> found = new HashMap<>();
        accounts.all().stream()
                .filter(Account::active)
                .forEach(account -> account.employeeId()
                        .filter(employees::contains)
                        .ifPresent(employee -> found.computeIfAbsent(employee, id -> new HashSet<>())
                                .add(account.id())));
        return found;
    }

    private Stream<Account> holders(Role role, UUID subsidiaryId) {
        return accounts.all().stream()
                .filter(account -> account.active() && account.roles().contains(role))
                .filter(account -> covers(account, role, subsidiaryId));
    }

    private boolean isOrReportsTo(Account account, UUID personId) {
        return account.employeeId()
                .filter(self -> self.equals(personId) || line.leads(personId, self))
                .isPresent();
    }

    @Override
    public Optional<Recipient> find(UUID account) {
        return accounts.find(account).filter(Account::active).map(this::recipient);
    }

    private boolean covers(Account account, Role role, UUID subsidiaryId) {
        return account.subsidiaryIds().isEmpty()
                ? !table.grant(role).ownOnly()
                : account.subsidiaryIds().contains(subsidiaryId);
    }

    private Recipient recipient(Account account) {
        return new Recipient(
                account.id(), account.language(), addresses.find(account.id()).orElse(null));
    }
}
