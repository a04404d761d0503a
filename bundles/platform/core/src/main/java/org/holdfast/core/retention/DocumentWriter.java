package org.holdfast.core.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.retention.AlertDocuments.Factor;
import org.holdfast.core.retention.AlertDocuments.HrDocument;
import org.holdfast.core.retention.AlertDocuments.ManagerDocument;
import org.holdfast.core.retention.AlertDocuments.Need;
import org.holdfast.core.retention.AlertDocuments.Plan;
import org.holdfast.core.risk.rest.ReasonWords;
import org.holdfast.core.risk.scoring.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Writes the papers of an alert when they are read, in the reader's language.
 *
 * <p>The superior's paper is the same for everybody of an industry but for the name and the day. Were its plans chosen by
 * the reasons from within the firm, few plans would tell that the cause lies outside.
 */
final class DocumentWriter {
    private static final int MOST_NEEDS = 5;
    private static final int MOST_LINES = 20;
    /** A plan of every industry. */
    private static final String ALWAYS = "stayTalk";

    private final Texts texts;
    private final String tag;
    private final List<Guidance> guidance;

    DocumentWriter(Texts texts, String tag, List<Guidance> guidance) {
        this.texts = texts;
        this.tag = tag;
        this.guidance = List.copyOf(guidance);
    }

    /**
     * Writes HR's paper.
     *
     * @param content what the alert is about
     * @param lawful says which data may still be spoken of, to this reader
     */
    HrDocument hr(AlertContent content, Predicate<DataCategory> lawful) {
        List<Reason> reasons = content.reasons().stream()
                .filter(reason -> lawful.test(reason.category()))
                .toList();
        ReasonWords words = new ReasonWords(texts);
        List<Factor> factors = reasons.stream()
                .filter(reason -> reason.contribution() != 0)
                .map(reason -> factor(reason, words))
                .toList();
        List<Need> needs = needs(reasons).stream()
                .limit(MOST_NEEDS)
                .map(code -> new Need(code, texts.text(tag, "need." + code)))
                .toList();
        return new HrDocument(factors, needs, lines("strategy.", content.industry()));
    }

    /**
     * Writes the superior's paper.
     *
     * @param content what the alert is about
     * @param name name of the person
     * @param talkBy last day for the talk, null before delivery
     */
    ManagerDocument manager(AlertContent content, String name, @Nullable LocalDate talkBy) {
        Set<String> codes = new TreeSet<>(Set.of(ALWAYS));
        guidance.forEach(entry -> codes.addAll(entry.plans()));
        List<Plan> plans = codes.stream().flatMap(code -> plan(code).stream()).toList();
        return new ManagerDocument(
                texts.text(tag, "retention.manager.summary", name),
                texts.text(tag, "retention.manager.prompt", name),
                talkBy,
                plans,
                lines("phrase.use.", content.industry()),
                lines("phrase.avoid.", content.industry()));
    }

    private Optional<Plan> plan(String code) {
        String key = "plan." + code;
        return texts.find(tag, key).map(title -> new Plan(code, title, texts.text(tag, key + ".text")));
    }

    /** Returns the needs the guidance names for the reasons that raise the risk, strongest reason first. */
    private Set<String> needs(List<Reason> reasons) {
        Set<String> codes = new LinkedHashSet<>();
        for (Reason reason : reasons) {
            if (reason.contribution() > 0) {
                guidance.stream()
                        .filter(entry -> entry.signal().equals(reason.signal()))
                        .forEach(entry -> codes.addAll(entry.needs()));
            }
        }
        return codes;
    }

    /** Returns numbered texts of the industry, else those of the core. */
    private List<String> lines(String prefix, String industry) {
        List<String> own = numbered(prefix + industry + '.');
        return own.isEmpty() ? numbered("retention." + prefix) : own;
    }

    private List<String> numbered(String prefix) {
        List<String> lines = new ArrayList<>();
        for (int line = 1; line <= MOST_LINES; line++) {
            texts.find(tag, prefix + line).ifPresent(lines::add);
        }
        return lines.stream().collect(Collectors.toUnmodifiableList());
    }

    private Factor factor(Reason reason, ReasonWords words) {
        return new Factor(
                reason.signal(),
                reason.category().code(),
                words.text(reason, tag),
                known(reason.reading().value()),
                known(reason.reading().change()),
                reason.contribution(),
                reason.contribution() > 0 ? "raises" : "lowers");
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
