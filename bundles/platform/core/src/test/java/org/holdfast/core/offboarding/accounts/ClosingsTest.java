package org.holdfast.core.offboarding.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.core.offboarding.accounts.MoodySystem.Mood;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.audit.AuditEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The accounts of somebody who leaves end at their minute, not before, and are told as dead only when they were read dead. */
class ClosingsTest {
    private static final Instant DUE = Instant.parse("2026-11-27T10:00:00Z");

    private AccountRoom room;

    @BeforeEach
    void begin() {
        room = new AccountRoom();
        room.system.account("a1", room.number(room.leaver), Life.ACTIVE);
        room.system.account("b1", room.number(room.boss), Life.ACTIVE);
        room.setUp();
    }

    @AfterEach
    void end() {
        room.close();
    }

    private void schedule() {
        room.closings.schedule(room.offboarding, room.leaver, DUE);
    }

    @Test
    void beforeItsMinuteAnAccountIsFoundAndNothingIsChanged() {
        schedule();
        room.pass(Duration.ofMinutes(119));
        room.at("2026-11-27T09:59:59Z");
        room.round.run();

        assertThat(room.state()).isEqualTo(AccountState.DISABLE_DUE);
        assertThat(room.account().dueAt()).isEqualTo(DUE);
        assertThat(room.system.life("a1")).isEqualTo(Life.ACTIVE);
        assertThat(room.progress().proved()).isFalse();
    }

    @Test
    void atItsMinuteItIsDisabledAndDeadOnceItWasReadDeadAgain() {
        schedule();
        room.round.run();
        room.at("2026-11-27T10:00:00Z");
        room.round.run();

        assertThat(room.system.life("a1")).isEqualTo(Life.DISABLED);
        assertThat(room.state()).isEqualTo(AccountState.DISABLING);
        assertThat(room.progress().proved()).isFalse();

        room.pass(Duration.ofMinutes(6));

        assertThat(room.state()).isEqualTo(AccountState.DEAD);
        assertThat(room.account().deadAt()).isAfter(DUE);
        assertThat(room.progress().proved()).isTrue();
        assertThat(room.system.life("b1")).isEqualTo(Life.ACTIVE);
        assertThat(room.told).extracting(AuditEvent::action).containsExactly("account.disabled", "account.dead");
        assertThat(room.told)
                .allSatisfy(event -> assertThat(event.about().persons()).containsExactly(room.leaver.toString()));
    }

    @Test
    void aSystemThatSaysYesAndLeavesItAliveIsNeverBelieved() {
        room.system.mood(Mood.SAYS_YES);
        schedule();
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofHours(30));

        assertThat(room.state()).isEqualTo(AccountState.FAILED);
        assertThat(room.account().error()).isEqualTo(ClosingRound.STILL_ALIVE);
        assertThat(room.account().escalated()).isTrue();
        assertThat(room.progress().proved()).isFalse();

        room.system.mood(Mood.WELL);
        room.pass(Duration.ofHours(2));

        assertThat(room.progress().proved()).isTrue();
    }

    @Test
    void anAccountThatComesBackBeforeItIsReadAgainIsDisabledAnew() {
        schedule();
        room.at("2026-11-27T10:00:00Z");
        room.round.run();
        room.system.account("a1", room.number(room.leaver), Life.ACTIVE);
        room.later(Duration.ofMinutes(5));
        room.round.run();

        assertThat(room.state()).isEqualTo(AccountState.FAILED);
        assertThat(room.account().error()).isEqualTo(ClosingRound.ALIVE_AGAIN);

        room.pass(Duration.ofMinutes(20));

        assertThat(room.system.life("a1")).isEqualTo(Life.DISABLED);
        assertThat(room.progress().proved()).isTrue();
    }

    @Test
    void aSystemThatWantsPeaceIsLeftAloneForThatLong() {
        schedule();
        room.round.run();
        room.system.mood(Mood.THROTTLED);
        room.at("2026-11-27T10:00:00Z");
        room.round.run();
        int asked = room.system.calls();
        room.system.mood(Mood.WELL);
        room.pass(Duration.ofMinutes(28));

        assertThat(room.system.calls()).isEqualTo(asked);
        assertThat(room.account().error()).isEqualTo("throttled");
        assertThat(room.account().nextTryAt()).isAfterOrEqualTo(DUE.plus(Duration.ofMinutes(30)));

        room.pass(Duration.ofMinutes(15));

        assertThat(room.progress().proved()).isTrue();
    }

    @Test
    void aSystemThatIsDownForADayIsAskedSeldomToldOfAndClosedAfterwards() {
        schedule();
        room.round.run();
        room.system.mood(Mood.DOWN);
        room.at("2026-11-27T10:00:00Z");
        int before = room.system.calls();
        room.pass(Duration.ofHours(23));

        assertThat(room.system.calls() - before).isBetween(20, 150);
        assertThat(room.progress().proved()).isFalse();
        assertThat(room.state()).isEqualTo(AccountState.FAILED);
        room.pass(Duration.ofHours(2));
        assertThat(new AccountReminders(room.register.works()).standing())
                .anySatisfy(notice -> {
                    assertThat(notice.kind()).isEqualTo(AccountReminders.FAILING);
                    assertThat(notice.personId()).isEqualTo(room.leaver);
                })
                .anySatisfy(notice -> assertThat(notice.kind()).isEqualTo(AccountReminders.SYSTEM));

        room.system.mood(Mood.WELL);
        room.pass(Duration.ofHours(2));

        assertThat(room.progress().proved()).isTrue();
        assertThat(new AccountReminders(room.register.works()).standing()).isEmpty();
    }

    @Test
    void oneAccountThatIsRefusedHoldsUpNoOther() {
        room.system.account("a2", room.number(room.leaver), Life.ACTIVE);
        room.system.refuses("a1");
        schedule();
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));

        assertThat(room.progress().accounts().stream()
                        .collect(Collectors.toMap(
                                ClosingProgress.AccountProgress::account, ClosingProgress.AccountProgress::state)))
                .containsEntry("user a1", AccountState.FAILED)
                .containsEntry("user a2", AccountState.DEAD);
        assertThat(room.progress().proved()).isFalse();
    }

    @Test
    void revokedBeforeItsMinuteNothingChanges() {
        schedule();
        room.round.run();
        room.closings.revoke(room.offboarding);
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofHours(2));

        assertThat(room.system.life("a1")).isEqualTo(Life.ACTIVE);
        assertThat(room.progress().revoked()).isTrue();
        assertThat(room.state()).isEqualTo(AccountState.KNOWN);
        assertThat(room.progress().proved()).isFalse();
    }

    @Test
    void revokedAndScheduledAgainItEndsAtTheNewMinute() {
        schedule();
        room.round.run();
        room.closings.revoke(room.offboarding);
        room.closings.schedule(room.offboarding, room.leaver, DUE.plus(Duration.ofHours(5)));
        room.at("2026-11-27T14:59:00Z");
        room.round.run();
        assertThat(room.system.life("a1")).isEqualTo(Life.ACTIVE);

        room.at("2026-11-27T15:00:00Z");
        room.pass(Duration.ofMinutes(7));

        assertThat(room.progress().proved()).isTrue();
    }

    /** The server dies after the system was asked and before that is written: its row comes again, under the same key. */
    @Test
    void killedBetweenCallAndCommitTheAccountIsDisabledOnce() {
        schedule();
        room.round.run();
        room.at("2026-11-27T10:00:00Z");
        room.system.afterDisable(() -> {
            throw new IllegalStateException("killed");
        });
        room.round.run();
        room.system.afterDisable(() -> {});
        assertThat(room.progress().proved()).isFalse();

        room.pass(Duration.ofMinutes(15));

        assertThat(Set.copyOf(room.system.keys)).hasSize(1);
        assertThat(room.system.keys).hasSizeGreaterThan(1);
        assertThat(room.system.effects).containsExactly(Map.entry("a1", 1));
        assertThat(room.progress().proved()).isTrue();
    }

    @Test
    void whatIsScheduledInATransactionThatFailsIsNotScheduled() {
        assertThatThrownBy(() -> room.database.run(connection -> {
                    schedule();
                    throw new SQLException("refused", "40001");
                }))
                .isInstanceOf(RuntimeException.class);
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));

        assertThat(room.progress()).isEqualTo(ClosingProgress.NONE);
        assertThat(room.system.life("a1")).isEqualTo(Life.ACTIVE);
    }

    @Test
    void twoServersAskASystemOnce() {
        schedule();
        room.round.run();
        room.at("2026-11-27T10:00:00Z");
        Work due = room.register.works().due(room.clock.instant()).stream()
                .filter(one -> !one.search())
                .findFirst()
                .orElseThrow();

        assertThat(room.register.works().claim(due, room.clock.instant())).isPresent();
        assertThat(room.register.works().claim(due, room.clock.instant())).isEmpty();
    }

    @Test
    void withoutAnySystemNothingIsProved() {
        UUID other = room.staff.subsidiary("cn-02", "Asia/Shanghai");
        UUID person = room.staff.hire(other, null);
        room.closings.schedule(room.offboarding, person, DUE);
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));

        assertThat(room.progress().proved()).isFalse();
    }

    @Test
    void aPersonWithoutAccountsIsProvedOnceEverySystemWasSearched() {
        UUID other = room.staff.hire(room.firm, room.boss);
        room.closings.schedule(room.offboarding, other, DUE);
        room.round.run();
        assertThat(room.progress().proved()).isFalse();

        room.at("2026-11-27T10:00:00Z");
        room.round.run();

        assertThat(room.progress().proved()).isTrue();
    }

    @Test
    void anAccountMadeBetweenTheFirstSearchAndTheDueMinuteIsClosed() {
        schedule();
        room.round.run();
        room.system.account("a9", room.number(room.leaver), Life.ACTIVE);
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));

        assertThat(room.system.life("a9")).isEqualTo(Life.DISABLED);
        assertThat(room.progress().accounts()).hasSize(2);
        assertThat(room.progress().proved()).isTrue();
    }

    @Test
    void aBrokenBundleIsAFailureAndNoProof() {
        room.system.mood(Mood.BROKEN);
        schedule();
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));

        assertThat(room.progress().systems()).hasSize(1).allSatisfy(one -> {
            assertThat(one.done()).isFalse();
            assertThat(one.error()).isEqualTo(SystemCalls.CONNECTOR_FAILED);
        });
        assertThat(room.progress().proved()).isFalse();
    }

    @Test
    void aSecondCaseTakesOverWhatTheFirstHasNotDone() {
        schedule();
        room.round.run();
        UUID second = UUID.randomUUID();
        room.closings.schedule(second, room.leaver, DUE);
        room.at("2026-11-27T10:00:00Z");
        room.pass(Duration.ofMinutes(10));

        assertThat(room.progress().revoked()).isTrue();
        assertThat(room.closings.progress(second).proved()).isTrue();
    }

    @Test
    void whoDoesNotExistHasNoAccountsToEnd() {
        assertThatThrownBy(() -> room.closings.schedule(room.offboarding, UUID.randomUUID(), DUE))
                .isInstanceOf(RestException.class);
    }
}
