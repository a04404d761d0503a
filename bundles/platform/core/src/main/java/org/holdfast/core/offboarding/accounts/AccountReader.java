package org.holdfast.core.offboarding.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.accounts.AccountDesk.Held;
import org.holdfast.core.offboarding.accounts.AccountViews.AccountView;
import org.holdfast.core.offboarding.accounts.AccountViews.LateView;
import org.holdfast.core.offboarding.accounts.AccountViews.OrphanView;
import org.holdfast.core.offboarding.accounts.AccountViews.PersonAccountsView;
import org.holdfast.core.offboarding.accounts.AccountViews.SearchView;
import org.holdfast.core.offboarding.accounts.AccountViews.SystemName;
import org.holdfast.core.offboarding.accounts.ClosingProgress.AccountProgress;
import org.holdfast.core.offboarding.accounts.ClosingProgress.SystemSearch;
import org.holdfast.core.offboarding.accounts.OrphanTable.Orphan;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.platform.rest.ToldJson;
import org.jspecify.annotations.Nullable;

/** Shows accounts in a reader's language. Safe for use from many threads. */
final class AccountReader {
    private final AccountDesk desk;
    private final Closings closings;
    private final OrphanTable orphans;
    private final People people;
    private final Texts texts;

    AccountReader(AccountDesk desk, Closings closings, OrphanTable orphans, People people, Texts texts) {
        this.desk = desk;
        this.closings = closings;
        this.orphans = orphans;
        this.people = people;
        this.texts = texts;
    }

    AccountDesk desk() {
        return desk;
    }

    PersonAccountsView view(Held held, @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        return new PersonAccountsView(
                held.owner().personId().orElseThrow(),
                held.owner().subsidiaryId(),
                held.closing().dueAt(),
                held.closing().proved(),
                held.closing().systems().stream()
                        .map(one -> search(one, language))
                        .toList(),
                held.accounts().stream().map(one -> account(one, language)).toList(),
                held.systems().stream()
                        .filter(RegisteredSystem::active)
                        .map(one -> new SystemName(one.id(), one.content().name()))
                        .toList());
    }

    private SearchView search(SystemSearch one, String language) {
        return new SearchView(one.system(), one.done(), one.lastTryAt(), one.nextTryAt(), words(one.error(), language));
    }

    private AccountView account(AccountProgress one, String language) {
        return new AccountView(
                one.accountId(),
                one.system(),
                one.account(),
                one.state().code(),
                one.dueAt(),
                one.lastTryAt(),
                one.nextTryAt(),
                one.deadAt(),
                one.tries(),
                words(one.error(), language),
                one.escalated());
    }

    private @Nullable String words(@Nullable String error, String language) {
        return error == null ? null : texts.text(language, "accounts.error." + error);
    }

    /** Returns the orphans of a subsidiary the caller sees, the longest first. */
    List<Orphan> orphans(UUID subsidiaryId, Visibility visibility) {
        visibility.requireSubsidiary(subsidiaryId);
        return orphans.of(subsidiaryId).stream()
                .filter(one -> one.subject()
                        .personId()
                        .map(person -> visibility.maySee(subsidiaryId, person))
                        .orElse(true))
                .toList();
    }

    OrphanView orphan(Orphan one, Map<UUID, RegisteredSystem> systems) {
        return new OrphanView(
                one.subject().subsidiaryId(),
                one.subject().personId().flatMap(this::row).orElse(null),
                Optional.ofNullable(systems.get(one.systemId()))
                        .map(system -> system.content().name())
                        .orElse(""),
                one.content().name(),
                one.content().employeeNo(),
                one.ours(),
                one.since());
    }

    byte[] sheet(List<Orphan> found, UUID subsidiaryId, Visibility visibility, @Nullable String acceptLanguage) {
        Map<UUID, RegisteredSystem> systems = systems(subsidiaryId);
        return OrphanSheet.write(
                found.stream().map(one -> ToldJson.tree(orphan(one, systems), visibility)),
                texts,
                texts.negotiate(acceptLanguage));
    }

    Map<UUID, RegisteredSystem> systems(UUID subsidiaryId) {
        return closings.systems(subsidiaryId);
    }

    /** Shows what should be dead; nothing where it was erased at this moment. */
    Optional<LateView> late(Work work, @Nullable String acceptLanguage) {
        String language = texts.negotiate(acceptLanguage);
        ClosingProgress progress = closings.progress(work.offboardingId());
        @Nullable
        AccountView account = progress.accounts().stream()
                .filter(one -> one.accountId().equals(work.targetId()))
                .findFirst()
                .map(one -> account(one, language))
                .orElse(null);
        @Nullable
        SearchView search = progress.systems().stream()
                .filter(one -> one.systemId().equals(work.targetId()))
                .findFirst()
                .map(one -> search(one, language))
                .orElse(null);
        return work.owner()
                .personId()
                .flatMap(this::row)
                .map(who -> new LateView(work.owner().subsidiaryId(), who, account, search));
    }

    private Optional<EmployeeRow> row(UUID personId) {
        return people.card(personId).map(card -> EmployeeRow.of(card, people));
    }
}
