package org.holdfast.core.offboarding.labour;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.holdfast.api.labour.EndingRule;
import org.holdfast.api.labour.ExitDeadlines.Term;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.api.labour.ExitRules;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.NoticeRule;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;

/** Asks the labour bundle of a subsidiary's country, once until bundles change. Safe for use from many threads. */
final class CountryExitLaw implements ExitLaw {
    private static final Set<ExitKind> AT_ITS_END =
            EnumSet.of(ExitKind.CONTRACT_END, ExitKind.CONTRACT_END_RENEWAL_DECLINED);

    private final CapabilityRegistry registry;
    private final WorkingCalendars calendars;
    private final Function<UUID, Optional<Subsidiary>> subsidiaries;
    private volatile Known known = new Known(-1, new ConcurrentHashMap<>());

    /**
     * Creates it.
     *
     * @param registry knows the labour bundles
     * @param calendars knows days of work
     * @param subsidiaries finds a subsidiary
     */
    CountryExitLaw(
            CapabilityRegistry registry,
            WorkingCalendars calendars,
            Function<UUID, Optional<Subsidiary>> subsidiaries) {
        this.registry = registry;
        this.calendars = calendars;
        this.subsidiaries = subsidiaries;
    }

    @Override
    public Optional<Notice> notice(UUID subsidiaryId, ExitKind kind, LocalDate given, Employment employment) {
        return law(subsidiaryId)
                .flatMap(law -> law.rules()
                        .ending(kind)
                        .map(rule -> notice(law, rule, given, employment, calendars.of(subsidiaryId))));
    }

    @Override
    public Optional<Deadlines> deadlines(UUID subsidiaryId, LocalDate lastDay) {
        ZoneId zone = calendars.of(subsidiaryId).zone();
        return law(subsidiaryId)
                .map(law -> new Deadlines(
                        due(law, law.rules().deadlines().wages(), lastDay, zone),
                        due(law, law.rules().deadlines().certificate(), lastDay, zone),
                        due(law, law.rules().deadlines().transfer(), lastDay, zone),
                        due(law, law.rules().deadlines().records(), lastDay, zone)));
    }

    @Override
    public Optional<NonCompete> nonCompete(UUID subsidiaryId, LocalDate lastDay) {
        return law(subsidiaryId)
                .flatMap(law -> law.rules()
                        .nonCompete()
                        .map(limits -> new NonCompete(
                                lastDay.plusMonths(limits.months()),
                                limits.share(),
                                law.rules().settlement().currency(),
                                List.of(law.article(limits.article()), law.article(limits.shareArticle())))));
    }

    @Override
    public Optional<Law> law(UUID subsidiaryId) {
        long changes = registry.changes();
        Known now = known;
        if (now.changes != changes) {
            now = new Known(changes, new ConcurrentHashMap<>());
            known = now;
        }
        Known asked = now;
        return subsidiaries
                .apply(subsidiaryId)
                .flatMap(firm -> asked.laws.computeIfAbsent(new Asked(subsidiaryId, firm.country()), this::ask));
    }

    private Optional<Law> ask(Asked asked) {
        return registry.of(LabourRules.class, asked.subsidiaryId.toString()).stream()
                .map(Provided::service)
                .filter(rules -> rules.country().equals(asked.country))
                .findFirst()
                .flatMap(rules -> rules.exits().map(exits -> law(rules, exits)));
    }

    private static Law law(LabourRules rules, ExitRules exits) {
        return new Law(rules.country(), rules.version(), rules.calendar().weekend(), exits);
    }

    private static Notice notice(
            Law law, EndingRule rule, LocalDate given, Employment employment, WorkingCalendar calendar) {
        NoticeRule notice = rule.notice();
        boolean probation = probation(given, employment);
        int days = probation ? notice.probationDays() : notice.days();
        LocalDate counted = given.plusDays(days);
        boolean moved = notice.endsOnWorkday() && !calendar.works(counted);
        LocalDate kept = moved ? calendar.after(counted) : counted;
        LocalDate end = end(given, employment);
        boolean first = end.isBefore(kept);
        boolean atItsEnd = AT_ITS_END.contains(rule.kind()) && !end.equals(LocalDate.MAX);
        LocalDate last = first || atItsEnd ? end : kept;
        return new Notice(
                rule.kind(), days, probation, last, moved && !first, first, buyable(notice), articles(law, rule));
    }

    private static boolean probation(LocalDate given, Employment employment) {
        LocalDate until = employment.probationUntil();
        return until != null && !given.isAfter(until);
    }

    /** Returns the last day of the contract. One that was over before goes on without an end. */
    private static LocalDate end(LocalDate given, Employment employment) {
        LocalDate until = employment.contractUntil();
        return until == null || until.isBefore(given) ? LocalDate.MAX : until;
    }

    private static boolean buyable(NoticeRule notice) {
        return notice.inLieu().months().signum() > 0;
    }

    private static List<String> articles(Law law, EndingRule rule) {
        List<String> articles = new ArrayList<>();
        articles.add(law.article(rule.article()));
        String notice = rule.notice().article();
        if (!notice.isEmpty() && !notice.equals(rule.article())) {
            articles.add(law.article(notice));
        }
        return articles;
    }

    private static Due due(Law law, Term term, LocalDate lastDay, ZoneId zone) {
        LocalDate day = lastDay.plus(term.after());
        return new Due(day, day.plusDays(1).atStartOfDay(zone).toInstant(), law.article(term.article()));
    }

    private record Asked(UUID subsidiaryId, String country) {}

    private record Known(long changes, ConcurrentMap<Asked, Optional<Law>> laws) {}
}
