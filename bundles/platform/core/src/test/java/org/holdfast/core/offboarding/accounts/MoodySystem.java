package org.holdfast.core.offboarding.accounts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.connector.AccountOwner;
import org.holdfast.api.connector.AccountPage;
import org.holdfast.api.connector.AccountStatus;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;
import org.holdfast.api.connector.DisableOutcome;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.api.connector.SystemSettings;

/** A system that misbehaves as a test wishes. */
final class MoodySystem implements AccountSystem {
    static final int PAGE = 2;

    /** How often each account was really disabled, by reference. */
    final Map<String, Integer> effects = new LinkedHashMap<>();
    /** The keys under which it was asked to disable something, in order. */
    final List<UUID> keys = new ArrayList<>();
    /** The secrets it was asked with, in order. */
    final List<String> secrets = new ArrayList<>();

    private final Map<String, SystemAccount> accounts = new LinkedHashMap<>();
    private Mood mood = Mood.WELL;
    private String refused = "";
    private Runnable afterDisable = () -> {};
    private int calls;

    enum Mood {
        WELL,
        /** It says that it disabled the account, and did not. */
        SAYS_YES,
        /** It wants half an hour of peace. */
        THROTTLED,
        DOWN,
        /** The bundle itself is broken. */
        BROKEN
    }

    void account(String reference, String number, Life life) {
        accounts.put(reference, new SystemAccount(reference, "user " + reference, number, "", life));
    }

    void mood(Mood now) {
        mood = now;
    }

    /** Refuses to disable one account. */
    void refuses(String reference) {
        refused = reference;
    }

    /** Runs something once an account is disabled and before the answer is given. */
    void afterDisable(Runnable action) {
        afterDisable = action;
    }

    int calls() {
        return calls;
    }

    Life life(String reference) {
        return accounts.get(reference).life();
    }

    @Override
    public String code() {
        return "moody";
    }

    @Override
    public List<SystemSetting> settings() {
        return List.of(
                SystemSetting.text("address", ""),
                SystemSetting.secret("token"),
                SystemSetting.choice("match", "number", "mail"),
                SystemSetting.authorities("authorities"));
    }

    @Override
    public List<String> refused(SystemSettings settings) {
        return settings.value("address").startsWith("https://") ? List.of() : List.of("address");
    }

    private void call(SystemSettings settings) {
        calls++;
        secrets.add(settings.value("token"));
        switch (mood) {
            case THROTTLED -> throw new AccountSystemException(AccountSystemError.THROTTLED, Duration.ofMinutes(30));
            case DOWN -> throw new AccountSystemException(AccountSystemError.UNREACHABLE);
            case BROKEN -> throw new IllegalArgumentException("broken");
            case WELL, SAYS_YES -> {}
        }
    }

    @Override
    public int test(SystemSettings settings) {
        call(settings);
        return accounts.size();
    }

    @Override
    public List<SystemAccount> find(SystemSettings settings, AccountOwner owner) {
        call(settings);
        return accounts.values().stream()
                .filter(one -> one.employeeNo().equals(owner.employeeNo()))
                .toList();
    }

    @Override
    public AccountPage page(SystemSettings settings, String cursor) {
        call(settings);
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        int to = Math.min(from + PAGE, accounts.size());
        return new AccountPage(
                List.copyOf(accounts.values()).subList(from, to), to < accounts.size() ? Integer.toString(to) : "");
    }

    @Override
    public DisableOutcome disable(SystemSettings settings, String reference, UUID key) {
        call(settings);
        if (reference.equals(refused)) {
            throw new AccountSystemException(AccountSystemError.REFUSED);
        }
        boolean known = keys.contains(key);
        keys.add(key);
        SystemAccount old = accounts.get(reference);
        if (old.life() != Life.ACTIVE) {
            return DisableOutcome.ALREADY_DISABLED;
        }
        if (mood != Mood.SAYS_YES) {
            account(reference, old.employeeNo(), Life.DISABLED);
            effects.merge(reference, known ? 0 : 1, Integer::sum);
        }
        afterDisable.run();
        return DisableOutcome.DISABLED;
    }

    @Override
    public AccountStatus read(SystemSettings settings, String reference) {
        call(settings);
        return AccountStatus.of(
                accounts.containsKey(reference) ? accounts.get(reference).life() : Life.GONE);
    }
}
