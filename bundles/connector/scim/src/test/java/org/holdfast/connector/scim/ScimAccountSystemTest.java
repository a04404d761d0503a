package org.holdfast.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.api.connector.AccountOwner;
import org.holdfast.api.connector.AccountPage;
import org.holdfast.api.connector.AccountStatus.Life;
import org.holdfast.api.connector.AccountSystemError;
import org.holdfast.api.connector.AccountSystemException;
import org.holdfast.api.connector.DisableOutcome;
import org.holdfast.api.connector.SystemAccount;
import org.holdfast.connector.scim.FirmService.Quirk;
import org.holdfast.testkit.connector.FarAccounts.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Services depart from the RFC in many ways; an account is told as dead only where it is. */
class ScimAccountSystemTest {
    private static final AccountOwner MEI = new AccountOwner("E-1", "mei@firm.example");

    private final ScimAccountSystem system = new ScimAccountSystem();
    private TestCertificate certificate;
    private FirmService service;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.make(folder, "service", true);
        service = new FirmService(certificate, true);
        service.account("E-1", "mei@firm.example", "林梅");
        service.account("E-2", "li@firm.example", "Li Wei");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private SystemAccount mei() {
        return system.find(service.settings(), MEI).get(0);
    }

    private Life life(String reference) {
        return system.read(service.settings(), reference).life();
    }

    private DisableOutcome disable(String reference) {
        return system.disable(service.settings(), reference, UUID.randomUUID());
    }

    private static AccountSystemException fault(ThrowingCallable call) {
        return catchThrowableOfType(AccountSystemException.class, call);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_PATH", "PATH_ONLY", "TEXT_VALUES", "NO_BODY", "NUMBER_IDS", "NO_TOTALS"})
    void anAccountOfQuirkyServicesIsFoundDisabledAndReadDead(Quirk quirk) {
        service.with(quirk);
        SystemAccount account = mei();

        assertThat(account.life()).isEqualTo(Life.ACTIVE);
        assertThat(account.reference()).isEqualTo("9007199254740993");
        assertThat(disable(account.reference())).isEqualTo(DisableOutcome.DISABLED);
        assertThat(life(account.reference())).isEqualTo(Life.DISABLED);
        assertThat(service.lives("E-2")).isTrue();
    }

    @Test
    void theOtherDialectIsTriedOnceUnderTheSameKey() {
        service.with(Quirk.PATH_ONLY).with(Service.DIALECT, "value");
        UUID key = UUID.randomUUID();

        system.disable(service.settings(), mei().reference(), key);

        assertThat(service.changes).hasSize(2);
        assertThat(service.changes.get(0)).doesNotContain("\"path\"");
        assertThat(service.changes.get(1)).contains("\"path\"");
        assertThat(service.keys).containsOnly(key.toString());
    }

    @Test
    void whoIsRemovedByTheChangeIsGone() {
        service.with(Quirk.REMOVES);
        String reference = mei().reference();

        disable(reference);

        assertThat(life(reference)).isEqualTo(Life.GONE);
        assertThat(disable(reference)).isEqualTo(DisableOutcome.GONE);
    }

    @Test
    void aServiceThatShowsEverybodyGivesNobodysAccountAway() {
        service.with(Quirk.NO_FILTER);

        assertThat(system.find(service.settings(), MEI))
                .extracting(SystemAccount::employeeNo)
                .containsExactly("E-1");
        assertThat(fault(() -> system.find(service.settings(), new AccountOwner("E-3", "")))
                        .error())
                .isEqualTo(AccountSystemError.MALFORMED_ANSWER);
    }

    @Test
    void noAccountIsGoneBecauseTheAddressIsWrong() {
        String reference = mei().reference();
        service.with(Service.ADDRESS, service.settings().value(Service.ADDRESS).replace("/scim/v2", "/scim/v1"));

        assertThat(fault(() -> life(reference)).error()).isEqualTo(AccountSystemError.NOT_FOUND);
    }

    @Test
    void aPageForPeopleIsNoAnswer() {
        String reference = mei().reference();
        service.with(Quirk.HTML);

        assertThat(fault(() -> life(reference)).error()).isEqualTo(AccountSystemError.MALFORMED_ANSWER);
        assertThat(fault(() -> system.page(service.settings(), "")).error())
                .isEqualTo(AccountSystemError.MALFORMED_ANSWER);
    }

    @Test
    void peaceIsWantedInSecondsOrUntilSomeDate() {
        service.next(Behaviour.LIMIT);
        assertThat(fault(() -> system.test(service.settings())).retryAfter()).isEqualTo(Duration.ofSeconds(120));

        service.retryAfter(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10)));
        service.next(Behaviour.LIMIT);
        assertThat(fault(() -> system.test(service.settings())).retryAfter())
                .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));

        service.retryAfter("soon");
        service.next(Behaviour.LIMIT);
        assertThat(fault(() -> system.test(service.settings())).retryAfter()).isEqualTo(Duration.ZERO);
    }

    @Test
    void aTokenThatExpiresBetweenPagesIsNamedAndTheWalkGoesOnWithAFreshOne() {
        people(25);
        AccountPage first = system.page(service.settings(), "");
        service.expire("fresh");

        assertThat(fault(() -> system.page(service.settings(), first.next())).error())
                .isEqualTo(AccountSystemError.CREDENTIALS_REFUSED);
        service.with(Service.TOKEN, "fresh");

        assertThat(system.page(service.settings(), first.next()).accounts()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_TOTALS", "NO_PAGING", "TEXT_VALUES"})
    void pagesEndWhateverTheServiceSays(Quirk quirk) {
        people(27);
        service.with(quirk);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            AccountPage page = system.page(service.settings(), cursor);
            page.accounts().forEach(one -> seen.add(one.employeeNo()));
            cursor = page.next();
            pages++;
        } while (!cursor.isEmpty() && pages < 10);

        assertThat(pages).isLessThan(10);
        assertThat(seen).doesNotHaveDuplicates().hasSize(29);
    }

    private void people(int many) {
        for (int i = 0; i < many; i++) {
            service.account("P-" + i, "p" + i + "@firm.example", "Person " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Service.Match.class)
    void peopleAreKnownByTheAttributeOfTheSettings(Service.Match match) {
        service.with(Service.MATCH, match.code());
        AccountOwner owner = match == Service.Match.USER_NAME ? new AccountOwner("林梅", "") : MEI;

        assertThat(system.find(service.settings(), owner)).hasSize(1);
        assertThat(system.find(service.settings(), new AccountOwner("nobody", "nobody@firm.example")))
                .isEmpty();
    }

    @Test
    void aServiceIsNotBelievedByTheCertificateOfAnotherHost(@TempDir Path folder) throws Exception {
        try (FirmService other = new FirmService(TestCertificate.make(folder, "elsewhere", false), true)) {
            assertThat(fault(() -> system.test(other.settings())).error()).isEqualTo(AccountSystemError.UNREACHABLE);
        }
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        for (String wrong : List.of(
                "", "http://far.example/scim", "ftp://x", "https://", "https://u@h/scim", "https://h/scim?x=1", "h")) {
            service.with(Service.ADDRESS, wrong);
            assertThat(system.refused(service.settings())).as(wrong).containsExactly(Service.ADDRESS);
        }
        service.with(Service.ADDRESS, "http://localhost:8080/scim")
                .with(Service.TOKEN, "a b")
                .with(Service.PAGE_SIZE, "0");
        assertThat(system.refused(service.settings())).containsExactlyInAnyOrder(Service.TOKEN, Service.PAGE_SIZE);
    }
}
