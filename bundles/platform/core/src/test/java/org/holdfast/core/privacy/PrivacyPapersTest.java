package org.holdfast.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.FieldSight;
import org.holdfast.core.platform.rest.TellAll;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.privacy.AssessmentsResource.AssessmentView;
import org.holdfast.core.privacy.AssessmentsResource.QuestionView;
import org.holdfast.core.privacy.JurisdictionResource.RetentionView;
import org.holdfast.core.privacy.PersonRecordResource.PersonRecordView;
import org.holdfast.core.privacy.PersonRecordResource.SectionView;
import org.holdfast.core.privacy.ProcessingRecordResource.ActivityView;
import org.holdfast.core.privacy.ProcessingRecordResource.RecordView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an officer or an employee holds in their hands says the same as the screen. */
class PrivacyPapersTest {
    private static final UUID PERSON = new UUID(7, 7);
    private static final OffsetDateTime MADE = OffsetDateTime.parse("2026-11-26T08:00:00Z");
    private static final List<QuestionView> QUESTIONS = List.of(
            new QuestionView("purpose", "text", "处理目的是什么？", "", "降低关键岗位流失\n每年评估一次"),
            new QuestionView("human", "confirmation", "最终由人决定？", "", "yes"),
            new QuestionView("told", "confirmation", "员工已被告知？", "", ""));

    private final Texts texts = new Texts(FakeRegistry::new);
    private final Papers all = new Papers(new TellAll(), texts);

    @Test
    @Tag("O23")
    void aSignedAssessmentSaysWhoSignedWhatAndUntilWhenItHolds() throws IOException {
        String words = print(all, assessment("signed", Instant.parse("2026-11-20T03:00:00Z"), "李慧"), "zh");

        assertThat(words)
                .contains("个人信息保护影响评估：演示公司", "降低关键岗位流失", "每年评估一次", "已签署，有效", "李慧")
                .contains("2026年11月20日", "2027年11月20日", "薪酬", "industry:tech@1.0")
                .contains("已确认", "未确认");
    }

    @Test
    void aDraftOnPaperSaysThatNobodySigned() throws IOException {
        String words = print(all, assessment("draft", null, null), "en");

        assertThat(words).contains("Draft, not signed").doesNotContain("Signed by", "Holds until");
    }

    @Test
    @Tag("O24")
    void theProcessingRecordSaysWhatIsNotUsed() throws IOException {
        RecordView view = new RecordView(
                "Demo Works",
                null,
                "CN",
                null,
                1_234,
                List.of("industry:tech@1.0"),
                List.of(
                        new ActivityView(
                                "retention",
                                "pay",
                                "consent",
                                true,
                                LocalDate.of(2026, 1, 1),
                                null,
                                List.of("Base pay")),
                        new ActivityView("retention", "jobSite", null, false, null, null, List.of())),
                List.of(new RetentionView("scores", 12, "date"), new RetentionView("person", 24, "exit")));

        String words = PrintedPaper.words(all.print(view, new ProcessingRecordPaper(MADE), "en"));

        assertThat(words)
                .contains("Demo Works", "Nobody is named yet", "1,234", "Base pay")
                .contains("12 months", "24 months after the last day")
                .containsPattern("None on file: not\\s+used");
    }

    @Test
    @Tag("O12")
    void aRecordIsInWordsAndLeavesOutWhatTheReaderIsNotTold() throws IOException {
        PersonRecordView view = new PersonRecordView(
                PERSON,
                MADE,
                List.of(
                        new SectionView("profile", List.of(Map.of("name", "王小明", "keyPost", true))),
                        new SectionView("requests", List.of()),
                        new SectionView(
                                "scores",
                                List.of(
                                        Map.of(
                                                "asOf",
                                                "2026-11-25",
                                                "score",
                                                7.25,
                                                "reason1",
                                                "工作量",
                                                "reason1Effect",
                                                -0.5),
                                        Map.of("asOf", "2026-10-25")))));

        String words = PrintedPaper.words(all.print(view, new PersonRecordPaper(), "zh"));
        byte[] masked = new Papers(new TellNone(), texts).print(view, new PersonRecordPaper(), "zh");

        assertThat(words).contains("王小明", "2026年11月25日", "7.25", "工作量", "-0.5", "是");
        assertThat(PrintedPaper.words(masked)).contains("关于您所保存的信息").doesNotContain("王小明", "7.25", "工作量");
    }

    private static AssessmentView assessment(String state, @Nullable Instant signedAt, @Nullable String signer) {
        return new AssessmentView(
                new UUID(1, 2),
                3,
                state,
                "pipl",
                "1.0.0",
                List.of("pay"),
                List.of("pay"),
                List.of("industry:tech@1.0"),
                QUESTIONS,
                Instant.parse("2026-11-01T00:00:00Z"),
                signedAt,
                signedAt == null ? null : new UUID(3, 3),
                signer,
                signedAt == null ? null : LocalDate.of(2027, 11, 20));
    }

    private static String print(Papers papers, AssessmentView view, String language) throws IOException {
        return PrintedPaper.words(papers.print(view, new AssessmentPaper("演示公司"), language));
    }

    private static final class TellNone implements FieldSight {
        @Override
        public boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId) {
            return false;
        }

        @Override
        public boolean tellsIn(String field, @Nullable UUID subsidiaryId) {
            return false;
        }
    }
}
