package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.holdfast.api.jurisdiction.AssessmentRules;
import org.holdfast.api.jurisdiction.AutomatedDecisionRules;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.jurisdiction.BasisRule;
import org.holdfast.api.jurisdiction.BreachRules;
import org.holdfast.api.jurisdiction.ResponseTime;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.jurisdiction.StatutoryRule;
import org.holdfast.api.jurisdiction.TransferRules;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.launcher.registry.BundleFailure;

/**
 * Reads a rule book from the JSON description of a bundle that has no class.
 *
 * <p>Strict: an unknown key, a missing part, a key or rule written twice is refused with the file and the key in the
 * message.
 */
public final class RuleBookDescription {

    private RuleBookDescription() {}

    /**
     * Reads a description.
     *
     * @param file name of bundle and file, for messages
     * @param content UTF-8 JSON; not closed
     * @return the rule book
     * @throws BundleFailure where the description is not as it must be
     * @throws IOException where the bytes cannot be read
     */
    public static RuleBook read(String file, InputStream content) throws IOException {
        return JsonPart.parse(file, content).read(RuleBookDescription::book);
    }

    private static RuleBook book(JsonPart root) {
        root.keys(
                "code",
                "version",
                "countries",
                "bases",
                "assessment",
                "retention",
                "responseTimes",
                "breaches",
                "transfers",
                "statutory",
                "automatedDecisions");
        DescribedRuleBook book = new DescribedRuleBook(
                root.text("code"),
                root.text("version"),
                new HashSet<>(root.listOrEmpty("countries", RuleBookDescription::country)),
                root.list("bases", RuleBookDescription::rules).stream()
                        .flatMap(List::stream)
                        .toList(),
                root.part("assessment").read(RuleBookDescription::assessment),
                root.list("retention", RuleBookDescription::retention),
                root.list("responseTimes", RuleBookDescription::responseTime),
                root.has("breaches")
                        ? Optional.of(root.part("breaches").read(RuleBookDescription::breaches))
                        : Optional.empty(),
                root.has("transfers")
                        ? Optional.of(root.part("transfers").read(RuleBookDescription::transfers))
                        : Optional.empty(),
                root.listOrEmpty("statutory", RuleBookDescription::statutory),
                root.has("automatedDecisions")
                        ? Optional.of(root.part("automatedDecisions").read(RuleBookDescription::automatedDecisions))
                        : Optional.empty());
        check(root, book);
        return book;
    }

    private static void check(JsonPart root, RuleBook book) {
        if (!book.code().matches("[a-z][a-z0-9-]*")) {
            throw root.part("code").wrong("code");
        }
        once(
                root,
                "bases",
                book.bases(),
                rule -> rule.purpose().code() + " " + rule.category().code());
        once(root, "retention", book.retention(), RetentionRule::record);
        once(root, "statutory", book.statutory(), StatutoryRule::record);
        once(root, "responseTimes", book.responseTimes(), ResponseTime::request);
        for (ResponseTime.Request request : ResponseTime.Request.values()) {
            if (book.responseTimes().stream().noneMatch(time -> time.request() == request)) {
                throw root.part("responseTimes").wrong("lacks", JsonPart.camelCase(request.name()));
            }
        }
    }

    private static String country(JsonPart part) {
        String code = part.asText();
        if (!code.matches("[A-Z]{2}")) {
            throw part.wrong("country");
        }
        return code;
    }

    /** One entry stands for several categories with the same bases. */
    private static List<BasisRule> rules(JsonPart part) {
        part.keys("purpose", "categories", "kinds", "proposed");
        Purpose purpose = Purpose.ofCode(part.text("purpose"))
                .orElseThrow(() -> part.part("purpose").wrong("purpose"));
        Set<BasisKind> kinds = EnumSet.copyOf(part.list("kinds", RuleBookDescription::kind));
        BasisKind proposed = kind(part.part("proposed"));
        return part.list("categories", RuleBookDescription::category).stream()
                .map(category -> new BasisRule(purpose, category, kinds, proposed))
                .toList();
    }

    private static BasisKind kind(JsonPart part) {
        return BasisKind.ofCode(part.asText()).orElseThrow(() -> part.wrong("basis"));
    }

    private static DataCategory category(JsonPart part) {
        return DataCategory.ofCode(part.asText()).orElseThrow(() -> part.wrong("category"));
    }

    private static AssessmentRules assessment(JsonPart part) {
        part.keys("validMonths", "keptYears", "offByDefault", "questions");
        return new AssessmentRules(
                part.whole("validMonths"),
                part.whole("keptYears"),
                new HashSet<>(part.listOrEmpty("offByDefault", RuleBookDescription::category)),
                part.list("questions", question -> {
                    question.keys("code", "kind");
                    return new AssessmentRules.Question(
                            question.text("code"), question.word("kind", AssessmentRules.Question.Kind.values()));
                }));
    }

    private static RetentionRule retention(JsonPart part) {
        part.keys("record", "months", "from");
        return new RetentionRule(
                part.word("record", RetentionRule.Kind.values()),
                part.whole("months"),
                part.word("from", RetentionRule.Start.values()));
    }

    private static StatutoryRule statutory(JsonPart part) {
        part.keys("record", "months", "law");
        return new StatutoryRule(part.text("record"), part.whole("months"), part.text("law"));
    }

    private static ResponseTime responseTime(JsonPart part) {
        part.keys("request", "within", "unit", "extension");
        return new ResponseTime(
                part.word("request", ResponseTime.Request.values()),
                part.whole("within"),
                part.word("unit", ResponseTime.Unit.values()),
                part.whole("extension"));
    }

    private static AutomatedDecisionRules automatedDecisions(JsonPart part) {
        part.keys("suspending", "exceptions", "law");
        return new AutomatedDecisionRules(
                new HashSet<>(
                        part.listOrEmpty("suspending", claim -> claim.asWord(AutomatedDecisionRules.Claim.values()))),
                part.listOrEmpty("exceptions", JsonPart::asText),
                part.text("law"));
    }

    private static BreachRules breaches(JsonPart part) {
        part.keys("authorityHours", "authority", "peopleHours", "warnAtHours");
        return new BreachRules(
                part.whole("authorityHours"),
                part.word("authority", BreachRules.Duty.values()),
                part.whole("peopleHours"),
                part.list("warnAtHours", JsonPart::asWhole));
    }

    private static TransferRules transfers(JsonPart part) {
        part.keys("mechanisms");
        return new TransferRules(part.list("mechanisms", mechanism -> {
            mechanism.keys("code", "countries", "fewerPeople", "fewerSensitive");
            return new TransferRules.Mechanism(
                    mechanism.text("code"),
                    new HashSet<>(mechanism.listOrEmpty("countries", RuleBookDescription::country)),
                    mechanism.has("fewerPeople") ? mechanism.whole("fewerPeople") : 0,
                    mechanism.has("fewerSensitive") ? mechanism.whole("fewerSensitive") : 0);
        }));
    }

    private static <T> void once(JsonPart root, String key, List<T> rules, Function<T, Object> name) {
        Set<Object> seen = new HashSet<>();
        for (T rule : rules) {
            if (!seen.add(name.apply(rule))) {
                throw root.part(key).wrong("twice", name.apply(rule));
            }
        }
    }
}
