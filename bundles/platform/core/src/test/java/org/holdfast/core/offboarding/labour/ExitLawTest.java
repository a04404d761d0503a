package org.holdfast.core.offboarding.labour;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.labour.EndingRule;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.api.labour.ExitRules;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.NoticeRule;
import org.holdfast.api.labour.NoticeRule.PayInLieu;
import org.holdfast.api.labour.WorkCalendar;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.offboarding.labour.ExitLaw.Deadlines;
import org.holdfast.core.offboarding.labour.ExitLaw.Employment;
import org.holdfast.core.offboarding.labour.ExitLaw.NonCompete;
import org.holdfast.core.offboarding.labour.ExitLaw.Notice;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How long notice is and until when what has to be done follows from the law of the subsidiary's country, and is never guessed. */
class ExitLawTest {
    private static final UUID SHANGHAI = UUID.randomUUID();
    private static final UUID MUNICH = UUID.randomUUID();
    private static final Map<UUID, Subsidiary> FIRMS =
            Map.of(SHANGHAI, firm(SHANGHAI, "CN", "Asia/Shanghai"), MUNICH, firm(MUNICH, "DE", "Europe/Berlin"));

    private final FixedRegistry registry = new FixedRegistry().with(ShippedCalendar.chinaRules());
    private final ExitLaw law = law();

    @Test
    void whoResignsInChinaLeavesThirtyDaysAfterSayingSo() {
        Notice notice = notice(ExitKind.RESIGNATION, "2026-06-01", null, null);

        assertThat(notice.days()).isEqualTo(30);
        assertThat(notice.earliestLastDay()).isEqualTo("2026-07-01");
        assertThat(notice.articles()).containsExactly("article.cn.lcl37");
        assertThat(notice.buyable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01, 2026-06-04", "2026-08-31, 2026-09-03", "2026-09-01, 2026-10-01"})
    void inProbationItIsThreeDaysAndTheLastDayOfProbationCounts(String given, LocalDate earliest) {
        Notice notice = notice(ExitKind.RESIGNATION, given, "2026-08-31", null);

        assertThat(notice.earliestLastDay()).isEqualTo(earliest);
        assertThat(notice.probation()).isEqualTo(notice.days() == 3);
    }

    @Test
    void anEmployerGivesThirtyDaysToo_AndMayPayAMonthInstead() {
        Notice notice = notice(ExitKind.EMPLOYER_WITH_NOTICE, "2026-01-31", null, null);

        assertThat(notice.earliestLastDay()).isEqualTo("2026-03-02");
        assertThat(notice.buyable()).isTrue();
        assertThat(notice.articles()).containsExactly("article.cn.lcl40");
    }

    @Test
    void whereTheContractEndsBeforeTheNoticeItEndsThere() {
        Notice notice = notice(ExitKind.RESIGNATION, "2026-06-01", null, "2026-06-15");

        assertThat(notice.earliestLastDay()).isEqualTo("2026-06-15");
        assertThat(notice.contractEndsFirst()).isTrue();
        assertThat(notice.days()).isEqualTo(30);
    }

    @Test
    void aContractThatIsOverEndsOnItsLastDay() {
        Notice notice = notice(ExitKind.CONTRACT_END, "2026-06-01", null, "2026-06-30");

        assertThat(notice.earliestLastDay()).isEqualTo("2026-06-30");
        assertThat(notice.contractEndsFirst()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ExitKind.class)
    void chinaHasARuleAndAnArticleForEveryKindOfEnding(ExitKind kind) {
        assertThat(notice(kind, "2026-06-01", null, null).articles()).isNotEmpty();
    }

    @Test
    void wagesAndCertificateAreDueOnTheLastDay_TheTransferFifteenDaysLater_AndTheContractIsKeptForTwoYears() {
        Deadlines deadlines =
                law.deadlines(SHANGHAI, LocalDate.parse("2024-02-29")).orElseThrow();

        assertThat(deadlines.wages().day()).isEqualTo("2024-02-29");
        assertThat(deadlines.certificate().day()).isEqualTo("2024-02-29");
        assertThat(deadlines.transfer().day()).isEqualTo("2024-03-15");
        assertThat(deadlines.records().day()).isEqualTo("2026-02-28");
        assertThat(deadlines.transfer().article()).isEqualTo("article.cn.lcl50.1");
        // Midnight after the day in Shanghai, not where the server stands.
        assertThat(deadlines.wages().end()).isEqualTo(Instant.parse("2024-02-29T16:00:00Z"));
    }

    @Test
    void aDutyNotToCompeteEndsAfterTwoYears_AndIsPaidByThirtyPercentOrTheMinimumWage() {
        NonCompete limits =
                law.nonCompete(SHANGHAI, LocalDate.parse("2024-02-29")).orElseThrow();

        assertThat(limits.latestEnd()).isEqualTo("2026-02-28");
        assertThat(limits.articles()).containsExactly("article.cn.lcl24", "article.cn.spc2020.36");
        // 30 % of 12,345.67 is 3,703.701; of 8,000 it is 2,400, less than the minimum wage.
        assertThat(limits.monthly(new BigDecimal("12345.67"), null)).isEqualTo("3703.70");
        assertThat(limits.monthly(new BigDecimal("8000"), new BigDecimal("2740")))
                .isEqualTo("2740.00");
        assertThat(law.nonCompete(MUNICH, LocalDate.parse("2024-02-29"))).isEmpty();
    }

    @Test
    void aCountryWithoutRulesSaysNothing() {
        LocalDate day = LocalDate.parse("2026-06-01");

        assertThat(law.notice(MUNICH, ExitKind.RESIGNATION, day, new Employment(day, null, null)))
                .isEmpty();
        assertThat(law.deadlines(MUNICH, day)).isEmpty();
        assertThat(law.law(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aBundleThatKnowsOnlyTheDaysOfWorkSaysNothing() {
        registry.with(rules("DE", Optional.empty()));

        assertThat(law.deadlines(MUNICH, LocalDate.parse("2026-06-01"))).isEmpty();
    }

    @Test
    void rulesComeAndGoWithTheirBundle() {
        LabourRules german = rules("DE", Optional.of(movable()));
        assertThat(law.law(MUNICH)).isEmpty();

        registry.with(german);
        assertThat(law.law(MUNICH)).isPresent();

        registry.without(german);
        assertThat(law.law(MUNICH)).isEmpty();
    }

    @Test
    void whereTheLawSaysSoANoticeThatWouldEndOnADayOffEndsOnTheNextDayOfWork() {
        registry.with(rules("DE", Optional.of(movable())));
        // Saturday 2026-06-06
        LocalDate given = LocalDate.parse("2026-05-30");

        Notice notice = law.notice(MUNICH, ExitKind.RESIGNATION, given, new Employment(given, null, null))
                .orElseThrow();

        assertThat(notice.moved()).isTrue();
        assertThat(notice.earliestLastDay()).isEqualTo("2026-06-08");
        assertThat(law.notice(MUNICH, ExitKind.DEATH, given, new Employment(given, null, null)))
                .isEmpty();
    }

    private Notice notice(ExitKind kind, String given, String probation, String contract) {
        Employment employment = new Employment(LocalDate.parse("2020-01-01"), day(probation), day(contract));
        return law.notice(SHANGHAI, kind, LocalDate.parse(given), employment).orElseThrow();
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private ExitLaw law() {
        WorkingCalendars calendars = new WorkingCalendars(
                registry,
                id -> Optional.ofNullable(FIRMS.get(id))
                        .map(firm -> new WorkingCalendars.Place(firm.country(), firm.timezone())));
        return new CountryExitLaw(registry, calendars, id -> Optional.ofNullable(FIRMS.get(id)));
    }

    private static ExitRules movable() {
        ExitRules china = ShippedCalendar.chinaRules().exits().orElseThrow();
        NoticeRule week = new NoticeRule(7, 7, true, "one", PayInLieu.NONE);
        return new ExitRules(
                List.of(new EndingRule(ExitKind.RESIGNATION, "one", week, "")),
                china.settlement(),
                china.deadlines(),
                Optional.empty());
    }

    private static LabourRules rules(String country, Optional<ExitRules> exits) {
        return new LabourRules() {
            @Override
            public String country() {
                return country;
            }

            @Override
            public String version() {
                return "1";
            }

            @Override
            public WorkCalendar calendar() {
                return ShippedCalendar.chinaRules().calendar();
            }

            @Override
            public Optional<ExitRules> exits() {
                return exits;
            }
        };
    }

    private static Subsidiary firm(UUID id, String country, String zone) {
        return new Subsidiary(id, country, country, country, "tech", ZoneId.of(zone), "en", false);
    }
}
