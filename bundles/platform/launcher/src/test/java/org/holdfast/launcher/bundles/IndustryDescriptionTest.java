package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.api.industry.Aggregation;
import org.holdfast.api.industry.HandoverTemplate;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.KnowledgeKind;
import org.holdfast.api.industry.PlanTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndustryDescriptionTest {
    private static final String RETAIL = """
            {"code": "retail", "version": "1.0.0",
             "signals": [{"code": "shop.tills", "unit": "count", "category": "work", "purposes": ["retention"],
                          "kind": "occurrence"}],
             "positionFamilies": ["shopFloor"],
             "features": [{"code": "tills", "signal": "shop.tills", "aggregation": "changeOfSum", "windowDays": 30,
                           "direction": "lowersRisk"},
                          {"code": "market", "signal": "profile.payToMarket", "aggregation": "last", "windowDays": 0,
                           "direction": "lowersRisk"}],
             "scorecard": {"intercept": -1.5, "horizonDays": 180,
                           "items": [{"feature": "market", "curve": [{"value": -0.2, "logOdds": 1},
                                                                     {"value": 0, "logOdds": 0}]}]},
             "lexicon": [{"signal": "feedback.text", "language": "en", "phrase": "move on", "need": "growth"}],
             "guidance": [{"signal": "shop.tills", "needs": ["growth"], "plans": ["stayTalk"]}],
             "plans": [{"code": "stayTalk", "kind": "conversation"},
                       {"code": "raise", "kind": "pay", "asks": ["percent"]}],
             "handovers": [{"code": "floor", "families": ["shopFloor"],
                            "items": [{"code": "retail.suppliers", "kind": "customer", "mandatory": true},
                                      {"code": "recordedTalk", "kind": "recording"}]}]}
            """;

    @Test
    void aCompleteDescriptionBecomesAModel() throws IOException {
        IndustryModel model = read(RETAIL);

        assertThat(model.code()).isEqualTo("retail");
        assertThat(model.signals()).hasSize(1);
        assertThat(model.positionFamilies()).containsExactly("shopFloor");
        assertThat(model.features().get(0).aggregation()).isEqualTo(Aggregation.CHANGE_OF_SUM);
        assertThat(model.scorecard().items().get(0).logOdds(-0.1)).isEqualTo(0.5);
        assertThat(model.lexicon()).hasSize(1);
        assertThat(model.guidance()).hasSize(1);
        assertThat(model.plans())
                .containsExactly(
                        new PlanTemplate("stayTalk", ActionKind.CONVERSATION, Set.of()),
                        new PlanTemplate("raise", ActionKind.PAY, Set.of(PlanTemplate.Ask.PERCENT)));
        assertThat(model.handovers())
                .containsExactly(new HandoverTemplate(
                        "floor",
                        Set.of("shopFloor"),
                        List.of(
                                new HandoverTemplate.Item("retail.suppliers", KnowledgeKind.CUSTOMER, true),
                                new HandoverTemplate.Item("recordedTalk", KnowledgeKind.RECORDING, false))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"customer\"|\"kind\": \"bomb\"",
                "\"mandatory\": true|\"mandatory\": \"yes\"",
                "recordedTalk|retail.suppliers",
                "\"code\": \"floor\"|\"code\": \"Floor 1\""
            })
    void aHandoverThatIsNotAsItMustBeIsRefused(String right, String wrong) {
        assertThat(RETAIL).contains(right);

        assertThatThrownBy(() -> read(RETAIL.replace(right, wrong))).isInstanceOf(HoldfastException.class);
    }

    /** The kinds of data are a closed set: nobody's bundle can bring in what the law forbids an employer to look at. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "emotion",
                "sentiment",
                "voice",
                "face",
                "keystroke",
                "biometrics",
                "location",
                "browsing",
                "messages",
                "health",
                "pregnancy",
                "union",
                "religion"
            })
    @Tag("O10")
    void aBundleCannotBringInFeelingsOrBodies(String category) {
        String description = RETAIL.replace("\"category\": \"work\"", "\"category\": \"" + category + "\"");

        assertThat(description).isNotEqualTo(RETAIL);
        assertThatThrownBy(() -> read(description)).hasMessageContaining("signals[0].category");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "version": "1.0.0",         |                               | version
            "intercept": -1.5           | "intercept": "much"           | scorecard.intercept
            "feature": "market"         | "feature": "markets"          | markets
            "shop.tills", "aggregation" | "shop.till", "aggregation"    | shop.till
            changeOfSum                 | sumOfChange                   | features[0].aggregation
            "windowDays": 30            | "windowDays": 0               | features[0].windowDays
            "windowDays": 30            | "windowDays": 3000            | features[0]
            "kind": "occurrence"        | "kind": "occurrence", "x": 1  | signals[0].x
            "category": "work"          | "category": "location"        | signals[0].category
            "shopFloor"                 | "Shop floor"                  | positionFamilies[0]
            "value": 0,                 | "value": -0.3,                | scorecard.items[0]
            "code": "market"            | "code": "tills"               | tills
            "plans": ["stayTalk"]       | "plans": ["praise"]           | praise
            "kind": "pay"               | "kind": "bribe"               | plans[1].kind
            "asks": ["percent"]         | "asks": ["salary"]            | plans[1].asks[0]
            "code": "raise"             | "code": "stayTalk"            | stayTalk
            "code": "raise"             | "code": "a raise"             | plans[1]
            "code": "retail"            | "code": "Retail Trade"        | code
            "code": "retail"            | "code": "retail", "code": "x" | line 1
            """)
    void aMistakeIsToldWithFileAndKey(String right, String wrong, String named) {
        String description = RETAIL.replace(right, wrong == null ? "" : wrong);

        assertThat(description).isNotEqualTo(RETAIL);
        assertThatThrownBy(() -> read(description))
                .isInstanceOf(HoldfastException.class)
                .hasMessageContaining("acme/industry.json")
                .hasMessageContaining(named);
    }

    private static IndustryModel read(String json) throws IOException {
        return IndustryDescription.read(
                "acme/industry.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
