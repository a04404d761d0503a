package org.holdfast.core.risk.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.risk.runs.LawfulScores;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.store.ScoreTable;

/**
 * The scores about a person, each with its reasons in words, strongest first, and whether each raises or lowers it (GDPR
 * Art. 15(1)(h), CJEU C-203/22).
 */
public final class ScoreRecords implements PersonRecords {
    private final ScoreTable scores;
    private final LawfulScores lawful;
    private final ReasonWords words;

    /**
     * Creates it.
     *
     * @param scores the scores
     * @param lawful which of them may be shown to others
     * @param words puts reasons into words
     */
    public ScoreRecords(ScoreTable scores, LawfulScores lawful, ReasonWords words) {
        this.scores = scores;
        this.lawful = lawful;
        this.words = words;
    }

    @Override
    public String section() {
        return "scores";
    }

    @Override
    public List<RecordItem> of(Subject person, String language) {
        List<RiskScore> all = new ArrayList<>(scores.ofPerson(person.personId().orElseThrow()));
        Collections.reverse(all);
        Predicate<RiskScore> shown =
                lawful.shown(person.subsidiaryId(), person.personId().orElseThrow());
        return all.stream()
                .map(score -> item(score, !shown.test(score), language))
                .toList();
    }

    private RecordItem item(RiskScore score, boolean withheld, String language) {
        RecordItem.Builder item = RecordItem.with()
                .and("asOf", score.asOf())
                .and("computedAt", score.computedAt())
                .and("score", score.score())
                .and("probability", score.probability())
                .and("band", score.band().code())
                .and("why", score.why().code())
                .and("model", model(score))
                .and("horizonDays", score.model().horizonDays())
                .and("restsOn", categories(score))
                .and("withheld", withheld);
        int number = 0;
        for (var reason : score.reasons()) {
            number++;
            item.and("reason" + number, words.text(reason, language));
            item.and("reason" + number + "Effect", Math.round(1000 * reason.contribution()) / 1000.0);
        }
        return item.item();
    }

    private static String model(RiskScore score) {
        ModelIdentity model = score.model();
        return String.join(" ", model.kind().code(), model.algorithm(), model.version())
                .strip();
    }

    private static String categories(RiskScore score) {
        return score.use().restsOn().stream().map(DataCategory::code).sorted().collect(Collectors.joining(", "));
    }
}
