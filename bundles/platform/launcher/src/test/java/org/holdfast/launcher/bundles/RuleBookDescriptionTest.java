package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.holdfast.api.jurisdiction.AutomatedDecisionRules;
import org.holdfast.api.jurisdiction.AutomatedDecisionRules.Claim;
import org.holdfast.api.jurisdiction.BasisKind;
import org.holdfast.api.jurisdiction.BasisRule;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.launcher.registry.BundleFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule book is data that anybody can write, and a mistake in it is named. */
class RuleBookDescriptionTest {

    @ParameterizedTest
    @ValueSource(strings = {"pipl", "gdpr"})
    void shippedBooksAreRightAndEveryQuestionHasItsWordsInBothLanguages(String code) throws IOException {
        RuleBook book = RuleBookDescription.read(
                code, new ByteArrayInputStream(shipped(code).getBytes(StandardCharsets.UTF_8)));

        assertThat(book.code()).isEqualTo(code);
        assertThat(book.bases())
                .filteredOn(rule -> rule.category() == DataCategory.JOB_SITE)
                .extracting(BasisRule::proposed)
                .containsOnly(BasisKind.CONSENT);
        assertThat(book.assessment().offByDefault()).contains(DataCategory.JOB_SITE);
        assertThat(book.breaches())
                .hasValueSatisfying(
                        breaches -> assertThat(breaches.warnAtHours()).endsWith(breaches.authorityHours()));
        assertThat(book.assessment().keptYears()).isGreaterThanOrEqualTo(3);
        assertThat(book.transfers()).isPresent();
        AutomatedDecisionRules automated = book.automatedDecisions().orElseThrow();
        assertThat(automated.suspending()).contains(Claim.REFUSAL_OF_AUTOMATED_DECISION);
        assertThat(automated.law()).contains(code.equals("pipl") ? "Art. 24" : "Art. 18(1)(d), 21, 22");
        for (String language : new String[] {"en", "zh"}) {
            Properties words = words(code, language);
            assertThat(words)
                    .containsKeys(
                            "jurisdiction." + code, "breach." + code + ".authority", "breach." + code + ".people");
            book.transfers()
                    .orElseThrow()
                    .mechanisms()
                    .forEach(mechanism -> assertThat(words).containsKey("transfer." + code + "." + mechanism.code()));
            automated
                    .exceptions()
                    .forEach(exception -> assertThat(words).containsKey("automatedDecision." + code + "." + exception));
            book.assessment()
                    .questions()
                    .forEach(question -> assertThat(words)
                            .containsKeys(
                                    "assessment." + code + "." + question.code(),
                                    "assessment." + code + "." + question.code() + ".hint"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"code\": \"pipl\"|\"code\": \"P I P L\"|code",
                "\"countries\": [\"CN\"]|\"countries\": [\"China\"]|countries[0]",
                "\"proposed\": \"hrRules\"|\"proposed\": \"contract\"|bases[0]",
                "\"kinds\": [\"hrRules\", \"consent\"]|\"kinds\": [\"wish\"]|bases[0].kinds[0]",
                "\"validMonths\": 12|\"validMonths\": 0|assessment",
                "\"code\": \"hrExemption\"|\"code\": \"domestic\"|transfers",
                "\"fewerPeople\": 100000|\"fewerPeople\": -1|transfers.mechanisms[2]",
                "\"warnAtHours\": [2, 3, 4]|\"warnAtHours\": [3, 2]|breaches",
                "\"authorityHours\": 4|\"authorityHours\": 0|breaches",
                "\"authority\": \"always\"|\"authority\": \"never\"|breaches.authority",
                "\"unit\": \"workingDays\"|\"unit\": \"moons\"|responseTimes[0].unit",
                "{\"request\": \"access\"|{\"request\": \"erasure\"|responseTimes",
                "\"suspending\": [\"refusalOfAutomatedDecision\"]|\"suspending\": [\"access\"]|suspending[0]",
                "\"exceptions\": []|\"exceptions\": [\"law\", \"law\"]|automatedDecisions",
                "\"law\": \"PIPL Art. 24, 44, 73(2)\"|\"law\": \" \"|automatedDecisions",
                "\"version\": \"1.0.0\"|\"vresion\": \"1.0.0\"|vresion"
            })
    void aMistakeIsRefusedWithItsPlace(String right, String wrong, String place) throws IOException {
        String description = shipped("pipl");
        assertThat(description).contains(right);
        byte[] broken = description
                .replaceFirst(java.util.regex.Pattern.quote(right), wrong)
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> RuleBookDescription.read("jurisdiction.json", new ByteArrayInputStream(broken)))
                .isInstanceOf(BundleFailure.class)
                .hasMessageContaining("jurisdiction.json")
                .hasMessageContaining(place);
    }

    @Test
    void theExampleOfTheVendorGuideIsARuleBook() throws IOException {
        String guide = Files.readString(Path.of("../../../docs/vendor-guide/README.md"));
        String chapter = guide.substring(guide.indexOf("## A rule book"));
        String example = chapter.substring(chapter.indexOf("```json") + 7);

        RuleBook book = RuleBookDescription.read(
                "jurisdiction.json",
                new ByteArrayInputStream(
                        example.substring(0, example.indexOf("```")).getBytes(StandardCharsets.UTF_8)));

        assertThat(book.countries()).containsExactly("CH");
        assertThat(book.automatedDecisions())
                .hasValueSatisfying(
                        automated -> assertThat(automated.exceptions()).containsExactly("contract", "explicitConsent"));
        assertThat(book.breaches())
                .hasValueSatisfying(
                        breaches -> assertThat(breaches.authorityHours()).isEqualTo(72));
    }

    @Test
    void noRuleBookCanLetJobSiteDataRestOnAnythingButConsent() throws IOException {
        byte[] bold = shipped("pipl")
                .replace(
                        "\"categories\": [\"feedback\", \"survey\", \"jobSite\"], \"kinds\": [\"consent\"]",
                        "\"categories\": [\"feedback\", \"survey\", \"jobSite\"], \"kinds\": [\"consent\", \"hrRules\"]")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> RuleBookDescription.read("jurisdiction.json", new ByteArrayInputStream(bold)))
                .isInstanceOf(BundleFailure.class)
                .hasMessageContaining("consent alone");
    }

    private static String shipped(String code) throws IOException {
        return Files.readString(resources(code).resolve("jurisdiction.json"));
    }

    private static Properties words(String code, String language) throws IOException {
        Properties words = new Properties();
        try (var reader =
                Files.newBufferedReader(resources(code).resolve("text/" + code + "_" + language + ".properties"))) {
            words.load(reader);
        }
        return words;
    }

    private static Path resources(String code) {
        return Path.of("../../protection", code, "src/main/resources");
    }
}
