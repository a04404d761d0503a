package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.rest.ReasonWords;
import org.holdfast.core.risk.rest.ScoreRecords;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.scoring.RiskScore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person is told every score about them with its reasons in words, also one that nobody else may see any more. */
@Tag("O7")
@Tag("O12")
class ScoreRecordsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void scoresAreToldWithTheSameReasonsInTheSameWordsAsOthersSeeThem() {
        try (RiskRoom room = RiskRoom.small(CLOCK)) {
            room.run(Kind.SCORE, GeneratedFirm.END.minusDays(30));
            room.run(Kind.SCORE);
            ReasonWords words = new ReasonWords(new Texts(FakeRegistry::new));
            ScoreRecords records = new ScoreRecords(room.scores, room.lawful, words);
            UUID somebody = room.stored(GeneratedFirm.END).stream()
                    .filter(score ->
                            !score.reasons().isEmpty() && score.use().restsOn().contains(DataCategory.ATTENDANCE))
                    .findFirst()
                    .orElseThrow()
                    .personId();
            RiskScore latest = room.scores.ofPerson(somebody).get(0);
            Subject person = Subject.person(GeneratedFirm.ID, somebody);

            List<RecordItem> record = records.of(person, "en");

            assertThat(record).hasSameSizeAs(room.scores.ofPerson(somebody));
            assertThat(record.get(record.size() - 1).fields())
                    .containsEntry("score", latest.score())
                    .containsEntry("band", latest.band().code())
                    .containsEntry("withheld", false)
                    .containsEntry("reason1", words.text(latest.reasons().get(0), "en"))
                    .containsKey("reason" + latest.reasons().size());

            room.open = (id, category) -> category != DataCategory.ATTENDANCE;

            assertThat(records.of(person, "en")).hasSameSizeAs(record);
            assertThat(records.of(person, "en").get(record.size() - 1).fields()).containsEntry("withheld", true);
        }
    }
}
