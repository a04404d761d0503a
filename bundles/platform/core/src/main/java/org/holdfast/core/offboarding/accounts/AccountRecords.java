package org.holdfast.core.offboarding.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.offboarding.accounts.ClosingTable.Closing;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;

/** The accounts that are known of a person, when they ended, and when they are to end. */
final class AccountRecords implements PersonRecords {
    private final Register register;
    private final Closings closings;

    AccountRecords(Register register, Closings closings) {
        this.register = register;
        this.closings = closings;
    }

    @Override
    public String section() {
        return "systemAccounts";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        UUID id = person.personId().orElseThrow();
        Map<UUID, RegisteredSystem> systems = closings.systems(person.subsidiaryId());
        List<RecordItem> items = new ArrayList<>();
        for (Account account : register.accounts().of(id)) {
            RegisteredSystem system = systems.get(account.systemId());
            items.add(RecordItem.with()
                    .and("system", system == null ? null : system.content().name())
                    .and("account", account.name().shown())
                    .and("reference", account.name().reference())
                    .and("deadAt", account.deadAt())
                    .item());
        }
        for (Closing closing : register.closings().of(id)) {
            items.add(RecordItem.with()
                    .and("accountsEndAt", closing.dueAt())
                    .and("revokedAt", closing.revokedAt())
                    .item());
        }
        return items;
    }
}
