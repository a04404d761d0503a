package org.holdfast.testkit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.api.TimeLimit;
import org.holdfast.api.connector.AccountOwner;
import org.holdfast.api.connector.AccountPage;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.AccountSystem;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;
import org.holdfast.api.connector.DisableOutcome;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.api.connector.SystemSetting;
import org.holdfast.testkit.connector.FarAccounts.Behaviour;
import org.junit.jupiter.api.Test;

/** The promises of a connector to accounts. A bundle's test extends this class and stands {@link FarAccounts} beside it. */
public abstract class AccountSystemContract {
    private static final String NUMBER = "E-1001";
    private static final String MAIL = "quittenmus@firm.example";
    private static final String NAME = "欧阳娜娜";
    private static final int MANY = 25;
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(
            AccountSystem.class.getAnnotation(TimeLimit.class).seconds());

    /** For subclasses. */
    protected AccountSystemContract() {}

    /**
     * Makes a connector.
     *
     * @return a new one
     */
    protected abstract AccountSystem newSystem();

    /**
     * Returns the far side of all connectors of one test; it has no accounts yet.
     *
     * @return the far side
     */
    protected abstract FarAccounts far();

    private AccountOwner owner() {
        return new AccountOwner(NUMBER, MAIL);
    }

    private String made() {
        far().account(NUMBER, MAIL, NAME);
        far().account("E-1002", "other@firm.example", "Other");
        return newSystem().find(far().settings(), owner()).get(0).reference();
    }

    @Test
    final void theCodeIsOneThatConnectorsMayHaveAndStays() {
        assertThat(newSystem().code()).matches("[a-z][a-zA-Z0-9]{0,29}");
        assertThat(newSystem().code()).isEqualTo(newSystem().code());
    }

    @Test
    final void eachSettingIsNamedOnceAndNoSecretIsUsual() {
        List<String> names =
                newSystem().settings().stream().map(SystemSetting::name).toList();

        assertThat(names).doesNotHaveDuplicates().isNotEmpty();
        assertThat(newSystem().settings()).isEqualTo(newSystem().settings());
    }

    @Test
    final void goodSettingsAreTakenAndTheSystemAnswersToThem() {
        made();

        assertThat(newSystem().refused(far().settings())).isEmpty();
        assertThat(newSystem().test(far().settings())).isEqualTo(2);
    }

    @Test
    final void aPersonsAccountsAreFoundAndNobodyElses() {
        made();

        assertThat(newSystem().find(far().settings(), owner())).singleElement().satisfies(found -> {
            assertThat(found.employeeNo()).isEqualTo(NUMBER);
            assertThat(found.life()).isEqualTo(Life.ACTIVE);
        });
        assertThat(newSystem().find(far().settings(), new AccountOwner("E-9", "")))
                .isEmpty();
    }

    @Test
    final void aNumberThatWouldBreakTheQuestionFindsNobody() {
        made();

        for (String hostile :
                List.of("*", "E-*", "*)(uid=*", "\" or \"1\" eq \"1", "\\", "a\u0000b", "E-1001)", "'", "E-100%")) {
            assertThat(newSystem().find(far().settings(), new AccountOwner(hostile, "")))
                    .as(hostile)
                    .isEmpty();
        }
    }

    @Test
    final void whatIsDisabledIsReadAsDisabledAndOthersLive() {
        String reference = made();

        assertThat(newSystem().disable(far().settings(), reference, UUID.randomUUID()))
                .isEqualTo(DisableOutcome.DISABLED);

        assertThat(far().lives(NUMBER)).isFalse();
        assertThat(far().lives("E-1002")).isTrue();
        assertThat(newSystem().read(far().settings(), reference).life()).isEqualTo(Life.DISABLED);
        assertThat(newSystem().find(far().settings(), owner()))
                .extracting(SystemAccount::reference, SystemAccount::life)
                .containsExactly(tuple(reference, Life.DISABLED));
    }

    @Test
    final void askedTwiceUnderOneKeyItIsDisabledOnce() {
        String reference = made();
        UUID key = UUID.randomUUID();

        newSystem().disable(far().settings(), reference, key);

        assertThat(newSystem().disable(far().settings(), reference, key)).isEqualTo(DisableOutcome.ALREADY_DISABLED);
        assertThat(newSystem().read(far().settings(), reference).life()).isEqualTo(Life.DISABLED);
    }

    @Test
    final void aSystemThatSaysYesAndDoesNothingIsReadAsAlive() {
        String reference = made();
        far().next(Behaviour.SAY_YES);

        newSystem().disable(far().settings(), reference, UUID.randomUUID());

        assertThat(newSystem().read(far().settings(), reference).life()).isEqualTo(Life.ACTIVE);
    }

    @Test
    final void anAccountThatIsNoLongerThereIsGone() {
        String reference = made();
        far().remove(NUMBER);

        assertThat(newSystem().read(far().settings(), reference).life()).isEqualTo(Life.GONE);
        assertThat(newSystem().disable(far().settings(), reference, UUID.randomUUID()))
                .isEqualTo(DisableOutcome.GONE);
    }

    @Test
    final void eachFaultHasItsName() {
        String reference = made();

        assertThat(fault(Behaviour.LIMIT, reference)).isEqualTo(AccountSystemError.THROTTLED);
        assertThat(fault(Behaviour.FAIL, reference)).isEqualTo(AccountSystemError.UNREACHABLE);
        assertThat(fault(Behaviour.DENY, reference)).isEqualTo(AccountSystemError.CREDENTIALS_REFUSED);
        assertThat(newSystem().read(far().settings(), reference).life()).isEqualTo(Life.ACTIVE);
    }

    private AccountSystemError fault(Behaviour behaviour, String reference) {
        far().next(behaviour);
        return failure(() -> newSystem().read(far().settings(), reference)).error();
    }

    @Test
    final void aRefusedChangeFaultsThatAccountAlone() {
        String reference = made();
        far().next(Behaviour.REFUSE);

        assertThat(failure(() -> newSystem().disable(far().settings(), reference, UUID.randomUUID()))
                        .error())
                .isEqualTo(AccountSystemError.REFUSED);
        assertThat(far().lives(NUMBER)).isTrue();
    }

    @Test
    final void silenceIsGivenUpWellBeforeTheHostWouldQuarantineTheBundle() {
        String reference = made();
        far().next(Behaviour.HANG);
        long begin = System.nanoTime();

        assertThat(failure(() -> newSystem().read(far().settings(), reference)).error())
                .isEqualTo(AccountSystemError.UNREACHABLE);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LIMIT.dividedBy(2));
    }

    @Test
    final void noFaultNamesAnybody() {
        String reference = made();
        for (Behaviour behaviour : List.of(Behaviour.LIMIT, Behaviour.FAIL, Behaviour.DENY)) {
            far().next(behaviour);
            for (Throwable cause = failure(() -> newSystem().find(far().settings(), owner()));
                    cause != null;
                    cause = cause.getCause()) {
                assertThat(String.valueOf(cause.getMessage())).doesNotContain(NUMBER, MAIL, NAME, reference);
            }
        }
    }

    @Test
    final void pagesShowEverybodyOnce() {
        for (int i = 0; i < MANY; i++) {
            far().account("P-" + i, "p" + i + "@firm.example", "Person " + i);
        }
        List<String> seen = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String cursor = "";
        do {
            AccountPage page = newSystem().page(far().settings(), cursor);
            page.accounts().forEach(one -> seen.add(one.employeeNo()));
            cursor = page.next();
        } while (!cursor.isEmpty() && cursors.add(cursor));

        assertThat(cursor).isEmpty();
        assertThat(seen).doesNotHaveDuplicates().hasSize(MANY);
    }

    @Test
    final void itLeavesNoThreadOfItsOwn() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        ClassLoader own = new ClassLoader(getClass().getClassLoader()) {};
        Thread.currentThread().setContextClassLoader(own);
        try {
            newSystem().read(far().settings(), made());
            List<Thread> fresh = Thread.getAllStackTraces().keySet().stream()
                    .filter(one -> !before.contains(one) && one.getContextClassLoader() == own)
                    .toList();
            assertThat(fresh).allSatisfy(AccountSystemContract::ends);
        } finally {
            Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
        }
    }

    /** A thread that was told to stop needs a moment to do so; what nobody told is still there after it. */
    private static void ends(Thread thread) throws InterruptedException {
        thread.join(TO_END.toMillis());
        assertThat(thread.isAlive()).as("%s still runs", thread.getName()).isFalse();
    }

    private static AccountSystemException failure(ThrowingCallable call) {
        AccountSystemException thrown = catchThrowableOfType(AccountSystemException.class, call);
        assertThat(thrown).as("an AccountSystemException").isNotNull();
        return thrown;
    }
}
