package org.holdfast.launcher.bundles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.labour.EndingRule;
import org.holdfast.api.labour.EvidenceKind;
import org.holdfast.api.labour.EvidenceRule;
import org.holdfast.api.labour.ExitDeadlines;
import org.holdfast.api.labour.ExitDeadlines.Term;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.api.labour.ExitRules;
import org.holdfast.api.labour.NonCompeteLimits;
import org.holdfast.api.labour.NoticeRule;
import org.holdfast.api.labour.NoticeRule.PayInLieu;
import org.holdfast.api.labour.SettlementComponent;
import org.holdfast.api.labour.SettlementRules;
import org.holdfast.api.labour.SettlementRules.Counted;
import org.holdfast.api.labour.SettlementRules.DailyPay;
import org.holdfast.api.labour.SettlementRules.Holds;
import org.holdfast.api.labour.SettlementRules.LeavePay;
import org.holdfast.api.labour.SeveranceRule;
import org.holdfast.launcher.registry.BundleFailure;

/**
 * Reads the part {@code exits} of labour rules: what holds when an employment ends. Strict like {@link LabourDescription}. Figures
 * that money is computed from are texts, so that they are read as they are written.
 */
final class ExitDescription {

    private ExitDescription() {}

    static ExitRules read(JsonPart part) {
        part.keys("endings", "settlement", "deadlines", "nonCompete");
        return new ExitRules(
                part.list("endings", ExitDescription::ending),
                part.part("settlement").read(ExitDescription::settlement),
                part.part("deadlines").read(ExitDescription::deadlines),
                part.has("nonCompete")
                        ? Optional.of(part.part("nonCompete").read(ExitDescription::nonCompete))
                        : Optional.empty());
    }

    private static EndingRule ending(JsonPart part) {
        part.keys("kind", "article", "notice", "severance", "evidence");
        NoticeRule notice = part.has("notice") ? part.part("notice").read(ExitDescription::notice) : NoticeRule.NONE;
        return new EndingRule(
                part.word("kind", ExitKind.values()),
                part.text("article"),
                notice,
                part.textOrEmpty("severance"),
                part.listOrEmpty("evidence", ExitDescription::evidence));
    }

    private static EvidenceRule evidence(JsonPart part) {
        part.keys("kind", "article");
        return new EvidenceRule(part.word("kind", EvidenceKind.values()), part.text("article"));
    }

    private static NoticeRule notice(JsonPart part) {
        part.keys("days", "probationDays", "endsOnWorkday", "article", "inLieu");
        int days = part.whole("days");
        return new NoticeRule(
                days,
                part.has("probationDays") ? part.whole("probationDays") : days,
                part.has("endsOnWorkday") && truth(part.part("endsOnWorkday")),
                part.text("article"),
                part.has("inLieu") ? part.part("inLieu").read(ExitDescription::inLieu) : PayInLieu.NONE);
    }

    private static PayInLieu inLieu(JsonPart part) {
        part.keys("months", "article");
        return new PayInLieu(exact(part.part("months")), part.text("article"));
    }

    private static SettlementRules settlement(JsonPart part) {
        part.keys("currency", "dailyPay", "leave", "severance", "holds");
        return new SettlementRules(
                currency(part.part("currency")),
                part.part("dailyPay").read(ExitDescription::dailyPay),
                part.part("leave").read(ExitDescription::leave),
                part.has("severance")
                        ? Optional.of(part.part("severance").read(ExitDescription::severance))
                        : Optional.empty(),
                part.has("holds") ? part.part("holds").read(ExitDescription::holds) : new Holds(Set.of(), ""));
    }

    private static DailyPay dailyPay(JsonPart part) {
        part.keys("counted", "divisor", "wages", "article");
        return new DailyPay(
                part.word("counted", Counted.values()),
                exact(part.part("divisor")),
                part.text("wages"),
                part.text("article"));
    }

    private static LeavePay leave(JsonPart part) {
        part.keys("rate", "proportion", "article");
        return new LeavePay(exact(part.part("rate")), part.text("proportion"), part.text("article"));
    }

    private static SeveranceRule severance(JsonPart part) {
        part.keys("monthsPerYear", "rest", "average", "cap", "from", "articles");
        return new SeveranceRule(
                exact(part.part("monthsPerYear")),
                part.part("rest").read(ExitDescription::rest),
                part.whole("average"),
                part.part("cap").read(ExitDescription::cap),
                day(part.part("from")),
                part.part("articles").read(ExitDescription::articles));
    }

    private static SeveranceRule.Rest rest(JsonPart part) {
        part.keys("wholeFrom", "part");
        return new SeveranceRule.Rest(part.whole("wholeFrom"), exact(part.part("part")));
    }

    private static SeveranceRule.Cap cap(JsonPart part) {
        part.keys("multiple", "years");
        return new SeveranceRule.Cap(exact(part.part("multiple")), part.whole("years"));
    }

    private static SeveranceRule.Articles articles(JsonPart part) {
        part.keys("formula", "average", "from");
        return new SeveranceRule.Articles(part.text("formula"), part.text("average"), part.text("from"));
    }

    private static Holds holds(JsonPart part) {
        part.keys("components", "article");
        List<SettlementComponent> components = part.list("components", one -> one.asWord(SettlementComponent.values()));
        return new Holds(components.isEmpty() ? Set.of() : EnumSet.copyOf(components), part.text("article"));
    }

    private static ExitDeadlines deadlines(JsonPart part) {
        part.keys("wages", "certificate", "transfer", "records");
        return new ExitDeadlines(
                term(part, "wages"), term(part, "certificate"), term(part, "transfer"), term(part, "records"));
    }

    private static Term term(JsonPart part, String key) {
        return part.part(key).read(term -> {
            term.keys("after", "article");
            return new Term(period(term.part("after")), term.text("article"));
        });
    }

    private static NonCompeteLimits nonCompete(JsonPart part) {
        part.keys("months", "share", "article", "shareArticle");
        return new NonCompeteLimits(
                part.whole("months"), exact(part.part("share")), part.text("article"), part.text("shareArticle"));
    }

    private static boolean truth(JsonPart part) {
        if (!part.node().isBoolean()) {
            throw part.wrong("noTruth");
        }
        return part.node().booleanValue();
    }

    private static BigDecimal exact(JsonPart part) {
        // No exponents: a number of a million digits is no figure of a law.
        if (!part.asText().matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw part.wrong("decimal");
        }
        return new BigDecimal(part.asText());
    }

    private static Currency currency(JsonPart part) {
        String code = part.asText();
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst()
                .orElseThrow(() -> part.wrong("currency"));
    }

    private static Period period(JsonPart part) {
        try {
            return Period.parse(part.asText());
        } catch (DateTimeParseException e) {
            throw caused(part.wrong("period"), e);
        }
    }

    private static LocalDate day(JsonPart part) {
        try {
            return LocalDate.parse(part.asText());
        } catch (DateTimeParseException e) {
            throw caused(part.wrong("day"), e);
        }
    }

    private static BundleFailure caused(BundleFailure refused, DateTimeParseException cause) {
        refused.initCause(cause);
        return refused;
    }
}
