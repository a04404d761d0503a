package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.api.industry.Aggregation;
import org.holdfast.api.industry.Direction;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.HandoverTemplate;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.KnowledgeKind;
import org.holdfast.api.industry.LexiconEntry;
import org.holdfast.api.industry.PlanTemplate;
import org.holdfast.api.industry.Scorecard;
import org.holdfast.api.industry.ScorecardItem;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.api.signal.SignalKind;
import org.holdfast.launcher.registry.BundleFailure;

/**
 * Reads an industry model from the JSON description of a bundle that has no class.
 *
 * <p>Strict: an unknown key, a missing part, a key written twice or a reference to something that is not there is
 * refused with the file and the key in the message.
 */
public final class IndustryDescription {
    private static final Set<Aggregation> WITHOUT_WINDOW = EnumSet.of(Aggregation.LAST, Aggregation.DAYS_SINCE);

    private IndustryDescription() {}

    /**
     * Reads a description.
     *
     * @param file name of bundle and file, for messages
     * @param content UTF-8 JSON; not closed
     * @return the model
     * @throws BundleFailure where the description is not as it must be
     * @throws IOException where the bytes cannot be read
     */
    public static IndustryModel read(String file, InputStream content) throws IOException {
        return JsonPart.parse(file, content).read(IndustryDescription::model);
    }

    private static IndustryModel model(JsonPart root) {
        root.keys(
                "code",
                "version",
                "signals",
                "positionFamilies",
                "features",
                "scorecard",
                "lexicon",
                "guidance",
                "plans",
                "handovers");
        DescribedIndustry model = new DescribedIndustry(
                root.text("code"),
                root.text("version"),
                root.listOrEmpty("signals", IndustryDescription::signal),
                root.list("features", IndustryDescription::feature),
                root.part("scorecard").read(IndustryDescription::scorecard),
                root.listOrEmpty("lexicon", IndustryDescription::phrase),
                root.listOrEmpty("guidance", IndustryDescription::guidance),
                new HashSet<>(root.listOrEmpty("positionFamilies", IndustryDescription::family)),
                root.listOrEmpty("plans", IndustryDescription::plan),
                root.listOrEmpty("handovers", IndustryDescription::handover));
        if (!model.code().matches("[a-z][a-z0-9-]*")) {
            throw root.part("code").wrong("code");
        }
        checkReferences(root, model);
        return model;
    }

    private static String family(JsonPart part) {
        String code = part.asText();
        if (!code.matches("[a-z][A-Za-z0-9]{0,59}")) {
            throw part.wrong("is not letters and digits beginning with a lower-case letter");
        }
        return code;
    }

    private static SignalDefinition signal(JsonPart part) {
        part.keys("code", "unit", "category", "purposes", "kind");
        DataCategory category = DataCategory.ofCode(part.text("category"))
                .orElseThrow(() -> part.part("category").wrong("category"));
        List<Purpose> purposes = part.texts("purposes").stream()
                .map(code -> Purpose.ofCode(code)
                        .orElseThrow(() -> part.part("purposes").wrong("purpose")))
                .toList();
        return new SignalDefinition(
                part.text("code"),
                part.text("unit"),
                category,
                Set.copyOf(purposes),
                part.word("kind", SignalKind.values()));
    }

    private static FeatureDefinition feature(JsonPart part) {
        part.keys("code", "signal", "aggregation", "windowDays", "direction");
        FeatureDefinition feature = new FeatureDefinition(
                part.text("code"),
                part.text("signal"),
                part.word("aggregation", Aggregation.values()),
                part.whole("windowDays"),
                part.word("direction", Direction.values()));
        if (feature.windowDays() == 0 && !WITHOUT_WINDOW.contains(feature.aggregation())) {
            throw part.part("windowDays").wrong("needsWindow");
        }
        return feature;
    }

    private static Scorecard scorecard(JsonPart part) {
        part.keys("intercept", "horizonDays", "items");
        return new Scorecard(
                part.number("intercept"), part.whole("horizonDays"), part.list("items", IndustryDescription::item));
    }

    private static ScorecardItem item(JsonPart part) {
        part.keys("feature", "curve");
        return new ScorecardItem(part.text("feature"), part.list("curve", point -> {
            point.keys("value", "logOdds");
            return new ScorecardItem.Point(point.number("value"), point.number("logOdds"));
        }));
    }

    private static LexiconEntry phrase(JsonPart part) {
        part.keys("signal", "language", "phrase", "need");
        return new LexiconEntry(
                part.text("signal"), part.text("language"), part.text("phrase"), part.textOrEmpty("need"));
    }

    private static Guidance guidance(JsonPart part) {
        part.keys("signal", "needs", "plans");
        return new Guidance(part.text("signal"), part.texts("needs"), part.texts("plans"));
    }

    private static PlanTemplate plan(JsonPart part) {
        part.keys("code", "kind", "asks");
        ActionKind kind = ActionKind.ofCode(part.text("kind"))
                .orElseThrow(() -> part.part("kind").wrong("actionKind"));
        return new PlanTemplate(
                part.text("code"),
                kind,
                Set.copyOf(part.listOrEmpty("asks", ask -> ask.asWord(PlanTemplate.Ask.values()))));
    }

    private static HandoverTemplate handover(JsonPart part) {
        part.keys("code", "families", "items");
        return new HandoverTemplate(
                part.text("code"),
                Set.copyOf(part.listOrEmpty("families", IndustryDescription::family)),
                part.list("items", item -> {
                    item.keys("code", "kind", "mandatory");
                    KnowledgeKind kind = KnowledgeKind.ofCode(item.text("kind"))
                            .orElseThrow(() -> item.part("kind").wrong("knowledgeKind"));
                    return new HandoverTemplate.Item(item.text("code"), kind, item.truthOrFalse("mandatory"));
                }));
    }

    private static void checkReferences(JsonPart root, IndustryModel model) {
        Set<String> signals = new HashSet<>();
        HostSignals.all().forEach(signal -> signals.add(signal.code()));
        unique(
                root,
                "signals",
                model.signals().stream().map(SignalDefinition::code).toList(),
                signals);
        Set<String> features = new HashSet<>();
        unique(
                root,
                "features",
                model.features().stream().map(FeatureDefinition::code).toList(),
                features);
        if (features.isEmpty()) {
            throw root.part("features").wrong("empty");
        }
        known(
                root,
                "features",
                model.features().stream().map(FeatureDefinition::signal).toList(),
                signals);
        known(
                root.part("scorecard"),
                "items",
                model.scorecard().items().stream().map(ScorecardItem::feature).toList(),
                features);
        known(
                root,
                "lexicon",
                model.lexicon().stream().map(LexiconEntry::signal).toList(),
                signals);
        known(root, "guidance", model.guidance().stream().map(Guidance::signal).toList(), signals);
        unique(root, "guidance", model.guidance().stream().map(Guidance::signal).toList(), new HashSet<>());
        checkPlans(root, model);
        checkHandovers(root, model);
    }

    private static void checkHandovers(JsonPart root, IndustryModel model) {
        List<String> codes =
                model.handovers().stream().map(HandoverTemplate::code).toList();
        unique(root, "handovers", codes, new HashSet<>());
    }

    /** Where there are templates, guidance names no other plans. */
    private static void checkPlans(JsonPart root, IndustryModel model) {
        Set<String> plans = new HashSet<>();
        unique(root, "plans", model.plans().stream().map(PlanTemplate::code).toList(), plans);
        if (!plans.isEmpty()) {
            known(
                    root,
                    "guidance",
                    model.guidance().stream()
                            .flatMap(entry -> entry.plans().stream())
                            .toList(),
                    plans);
        }
    }

    private static void unique(JsonPart part, String key, List<String> codes, Set<String> seen) {
        for (String code : codes) {
            if (!seen.add(code)) {
                throw part.part(key).wrong("twice", code);
            }
        }
    }

    private static void known(JsonPart part, String key, List<String> codes, Set<String> known) {
        for (String code : codes) {
            if (!known.contains(code)) {
                throw part.part(key).wrong("unknownReference", code);
            }
        }
    }
}
