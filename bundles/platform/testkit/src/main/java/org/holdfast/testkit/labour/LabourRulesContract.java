package org.holdfast.testkit.labour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;
import org.holdfast.api.labour.EndingRule;
import org.holdfast.api.labour.ExitDeadlines;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.api.labour.ExitRules;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.SettlementRules;
import org.junit.jupiter.api.Test;

/**
 * The promises of labour rules. A bundle's test extends this class and says how to make the rules. Rules that say nothing of the
 * end of an employment keep the promises about it.
 */
public abstract class LabourRulesContract {
    private static final List<String> LANGUAGES = List.of("en", "zh");

    /** For subclasses. */
    protected LabourRulesContract() {}

    /**
     * Makes the rules.
     *
     * @return new rules
     */
    protected abstract LabourRules newRules();

    /**
     * Returns the name of the message files, {@code text/<name>_<language>.properties}.
     *
     * @return by habit {@code labour-} and the country in small letters
     */
    protected String textName() {
        return "labour-" + country();
    }

    /**
     * Opens a message file.
     *
     * @param path such as {@code text/labour-cn_en.properties}
     * @return its UTF-8 bytes
     * @throws IOException where it cannot be opened
     */
    protected InputStream openText(String path) throws IOException {
        InputStream found = getClass().getClassLoader().getResourceAsStream(path);
        return found == null ? Assertions.fail("There is no " + path) : found;
    }

    @Test
    final void theyNameTheirCountryByTwoLetters() {
        assertThat(Locale.getISOCountries()).contains(newRules().country());
        assertThat(newRules().version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    final void askedTwiceTheySayTheSame() {
        LabourRules first = newRules();

        assertThat(first.calendar()).isEqualTo(newRules().calendar());
        assertThat(first.exits()).isEqualTo(newRules().exits());
    }

    @Test
    final void theySaySomethingOfEveryKindOfEndingOrNothingOfAny() {
        newRules()
                .exits()
                .ifPresent(exits -> assertThat(exits.endings().stream().map(EndingRule::kind))
                        .containsExactlyInAnyOrderElementsOf(Arrays.asList(ExitKind.values())));
    }

    @Test
    final void everyHolidayAndArticleHasItsWords() throws IOException {
        for (String language : LANGUAGES) {
            Properties words = new Properties();
            String path = "text/" + textName() + "_" + language + ".properties";
            try (InputStreamReader in = new InputStreamReader(openText(path), StandardCharsets.UTF_8)) {
                words.load(in);
            }
            assertThat(words.stringPropertyNames()).as(path).containsAll(keys());
        }
    }

    private Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        newRules().calendar().holidays().forEach(holiday -> keys.add("holiday." + country() + "." + holiday.code()));
        newRules()
                .exits()
                .ifPresent(exits -> articles(exits).forEach(code -> keys.add("article." + country() + "." + code)));
        return keys;
    }

    private static Set<String> articles(ExitRules exits) {
        Set<String> codes = new TreeSet<>();
        for (EndingRule ending : exits.endings()) {
            codes.add(ending.article());
            codes.add(ending.severanceArticle());
            codes.add(ending.notice().article());
            codes.add(ending.notice().inLieu().article());
            ending.evidence().forEach(rule -> codes.add(rule.article()));
        }
        SettlementRules settlement = exits.settlement();
        codes.add(settlement.dailyPay().article());
        codes.add(settlement.dailyPay().wagesArticle());
        codes.add(settlement.leave().proportionArticle());
        codes.add(settlement.leave().rateArticle());
        codes.add(settlement.holds().article());
        settlement.severance().ifPresent(rule -> {
            codes.add(rule.articles().formula());
            codes.add(rule.articles().average());
            codes.add(rule.articles().from());
        });
        ExitDeadlines deadlines = exits.deadlines();
        codes.add(deadlines.wages().article());
        codes.add(deadlines.certificate().article());
        codes.add(deadlines.transfer().article());
        codes.add(deadlines.records().article());
        exits.nonCompete().ifPresent(limits -> {
            codes.add(limits.article());
            codes.add(limits.shareArticle());
        });
        // Where nothing is due by an article, there is none.
        codes.remove("");
        return codes;
    }

    private String country() {
        return newRules().country().toLowerCase(Locale.ROOT);
    }
}
