package org.holdfast.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.core.retention.AlertDocuments.Factor;
import org.holdfast.core.retention.AlertDocuments.ManagerDocument;
import org.holdfast.core.retention.AlertDocuments.Plan;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertDocumentsTest {
    private final RetentionWorld world = new RetentionWorld();
    private final UUID boss = world.staff.hire(world.firm, null);
    private final UUID person = world.staff.hire(world.firm, boss);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void hrReadsFactorsWithValuesNeedsAndStrategyInTheirLanguage() {
        Alert alert = open(withJobSite());

        AlertView english = world.reader.whole(alert, RetentionWorld.hr(), "en");
        AlertView chinese = world.reader.whole(alert, RetentionWorld.hr(), "zh-CN");

        assertThat(english.score()).isEqualTo(8.5);
        assertThat(english.documents().hr().factors())
                .extracting(Factor::text)
                .contains("Leave days: 3 in 30 days, 1 in the 30 days before (+200%)");
        assertThat(english.documents().hr().factors())
                .extracting(Factor::direction)
                .containsExactly("raises", "raises", "raises", "lowers");
        assertThat(english.documents().hr().needs()).isNotEmpty();
        assertThat(english.documents().hr().strategy())
                .startsWith("First learn what the person needs, then offer a solution.");
        assertThat(chinese.documents().hr().strategy().get(0)).contains("需求");
        assertThat(english.recipients()).hasSize(2);
    }

    @Test
    void withoutALawfulBasisHrReadsNothingOfAJobSite() throws JsonProcessingException {
        Alert alert = open(withJobSite());
        world.jobSiteLawful = false;

        String json = json(world.reader.whole(alert, RetentionWorld.hr(), "en"));

        assertThat(json).doesNotContain("jobSite", "resume", "sumé");
    }

    @Test
    void superiorSeesNothingBeforeTheDelivery() {
        Alert alert = open(withJobSite());

        assertThat(world.reader.visible(world.alerts.all(), RetentionWorld.manager(boss)))
                .isEmpty();
        assertThatThrownBy(() -> world.reader.find(alert.id(), RetentionWorld.manager(boss)))
                .isInstanceOf(RestException.class);
    }

    @Test
    void superiorSeesTheBandAndThePaperButNoScoreAndNoEarlierTime() throws JsonProcessingException {
        Alert alert = open(withJobSite());
        world.alerts.acknowledge(alert, "hr");
        deliver();

        AlertView view = world.reader.whole(found(alert), RetentionWorld.manager(boss), "en");

        String told = new String(ToldJson.write(view, RetentionWorld.manager(boss)), StandardCharsets.UTF_8);
        assertThat(view.band()).isEqualTo("high");
        assertThat(Json.mapper().readTree(told).has("score")).isFalse();
        assertThat(Json.mapper().readTree(told).path("documents").has("hr")).isFalse();
        assertThat(Json.mapper().readTree(told).at("/documents/manager/summary").asText())
                .isNotEmpty();
        assertThat(view.openedAt()).isEqualTo("2026-11-24T09:00:00+08:00");
        assertThat(view.acknowledgedAt()).isEqualTo("2026-11-24T09:00:00+08:00");
        assertThat(Json.mapper().readTree(told).path("recipients").findValuesAsText("role"))
                .containsExactly("lineManager");
        assertThat(view.documents().manager().talkBy()).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(told).doesNotContain("8.5", "2026-11-23", "resume", "jobSite", "sumé");
    }

    @Test
    void onlyTheSuperiorItWasDeliveredToSeesIt() {
        Alert alert = open(withJobSite());
        deliver();
        UUID other = world.staff.hire(world.firm, null);

        assertThat(world.reader.sees(found(alert), RetentionWorld.manager(other)))
                .isFalse();
        assertThat(world.reader.sees(found(alert), RetentionWorld.manager(person)))
                .isFalse();
        assertThat(world.reader.sees(found(alert), RetentionWorld.manager(boss)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void managersPaperIsTheSameByteForByteWithAndWithoutReasonsFromOutside(String tag) throws JsonProcessingException {
        List<FeatureDefinition> features = Industries.load("manufacturing").features();
        List<Guidance> guidance = Industries.load("manufacturing").guidance();
        DocumentWriter writer = new DocumentWriter(world.texts, tag, guidance);
        Random random = new Random(20_261_123);
        for (int round = 0; round < 500; round++) {
            List<Reason> inner = features.stream()
                    .map(FeatureDefinition::signal)
                    .distinct()
                    .filter(signal -> !signal.startsWith("resume.") && random.nextInt(4) == 0)
                    .map(signal -> RetentionWorld.reason(signal, DataCategory.WORK, random.nextGaussian()))
                    .toList();
            List<Reason> both = new java.util.ArrayList<>(inner);
            both.add(RetentionWorld.reason("resume.update", DataCategory.JOB_SITE, random.nextGaussian() + 1));
            both.add(RetentionWorld.reason("resume.intent", DataCategory.JOB_SITE, random.nextGaussian() + 1));
            both.add(RetentionWorld.reason("indicator.disengaging", DataCategory.JOB_SITE, 1.7));
            Collections.shuffle(both, random);

            assertThat(json(writer.manager(content(9.1, both), "Name", null)))
                    .isEqualTo(json(writer.manager(content(6.2, inner), "Name", null)));
        }
    }

    @Test
    void managerChoosesAmongThePlansOfTheIndustry() {
        DocumentWriter writer = new DocumentWriter(
                world.texts, "en", Industries.load("manufacturing").guidance());

        ManagerDocument paper = writer.manager(content(8.5, RetentionWorld.inner()), "Name", null);

        assertThat(paper.plans())
                .extracting(Plan::code)
                .isSorted()
                .contains("stayTalk", "mentorTraining", "payAdjustment", "workloadRelief");
        assertThat(paper.plans()).noneMatch(plan -> plan.text().isBlank());
        assertThat(paper.phrasesToUse()).hasSize(3);
        assertThat(paper.phrasesToAvoid()).hasSize(4);
        assertThat(paper.summary()).contains("Name", "three working days");
    }

    @Test
    void chineseHasEveryKeyOfEnglish() throws java.io.IOException {
        for (String room : List.of("retention", "insight")) {
            assertThat(read(room + "_zh").keySet()).isEqualTo(read(room + "_en").keySet());
        }
    }

    private Alert open(List<Reason> reasons) {
        return world.cross(person, Band.LOW, Band.HIGH, reasons.toArray(Reason[]::new))
                .orElseThrow();
    }

    private Alert found(Alert alert) {
        return world.alerts.find(alert.id());
    }

    private void deliver() {
        world.clock.set("2026-11-24T01:00:00Z");
        world.alerts.deliver();
    }

    private static List<Reason> withJobSite() {
        List<Reason> reasons = RetentionWorld.inner();
        reasons.add(0, RetentionWorld.reason("resume.update", DataCategory.JOB_SITE, 1.2));
        return reasons;
    }

    private static AlertContent content(double score, List<Reason> reasons) {
        return new AlertContent(Band.HIGH, score, "manufacturing", reasons);
    }

    private static String json(Object value) throws JsonProcessingException {
        return Json.mapper().writeValueAsString(value);
    }

    private static Properties read(String name) throws java.io.IOException {
        Properties properties = new Properties();
        try (var in = AlertDocumentsTest.class.getResourceAsStream("/text/" + name + ".properties")) {
            properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return properties;
    }
}
