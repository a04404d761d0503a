package org.holdfast.testkit.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.holdfast.api.industry.Aggregation;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.Guidance;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.LexiconEntry;
import org.holdfast.api.industry.ScorecardItem;
import org.holdfast.api.signal.SignalDefinition;
import org.holdfast.api.signal.SignalKind;
import org.junit.jupiter.api.Test;

/** The promises of an industry model. A bundle's test extends this class and says how to make the model. */
public abstract class IndustryModelContract {
    /** Words for what no model may use, as they stand alone in a code. */
    private static final Set<String> PROTECTED = Set.of(
            ("gender sex age birth birthday birthdate ethnicity ethnic race religion religious pregnancy pregnant"
                            + " maternity marital married health medical sick illness disability disabled union politics"
                            + " political")
                    .split(" "));

    private static final Pattern WORD_BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z]+");
    private static final Pattern INDUSTRY_CODE = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern FAMILY = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+.*");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Set<Aggregation> WITHOUT_WINDOW = Set.of(Aggregation.LAST, Aggregation.DAYS_SINCE);

    /** For subclasses. */
    protected IndustryModelContract() {}

    /**
     * Makes the model.
     *
     * @return a new model
     */
    protected abstract IndustryModel newModel();

    /**
     * Returns the name of the message files, {@code text/<name>_<language>.properties}.
     *
     * @return by habit the code of the industry
     */
    protected String textName() {
        return newModel().code();
    }

    /**
     * Opens a message file.
     *
     * @param path such as {@code text/retail_en.properties}
     * @return its UTF-8 bytes
     * @throws IOException where it cannot be opened
     */
    protected InputStream openText(String path) throws IOException {
        InputStream found = getClass().getClassLoader().getResourceAsStream(path);
        return found == null ? Assertions.fail("There is no " + path) : found;
    }

    @Test
    final void itSaysWhoItIs() {
        IndustryModel model = newModel();

        assertThat(model.code()).matches(INDUSTRY_CODE);
        assertThat(model.version()).matches(VERSION);
        assertThat(model.positionFamilies())
                .allMatch(code -> FAMILY.matcher(code).matches());
    }

    @Test
    final void askedTwiceItSaysTheSame() {
        IndustryModel first = newModel();
        IndustryModel second = newModel();

        assertThat(first.signals()).isEqualTo(second.signals());
        assertThat(first.features()).isEqualTo(second.features());
        assertThat(first.scorecard()).isEqualTo(second.scorecard());
        assertThat(first.lexicon()).isEqualTo(second.lexicon());
        assertThat(first.guidance()).isEqualTo(second.guidance());
        assertThat(first.positionFamilies()).isEqualTo(second.positionFamilies());
    }

    @Test
    final void noCodeIsUsedTwice() {
        IndustryModel model = newModel();

        assertThat(model.signals()).extracting(SignalDefinition::code).doesNotHaveDuplicates();
        assertThat(model.signals())
                .extracting(SignalDefinition::code)
                .as("signals the host has already")
                .noneMatch(code -> HostCatalogue.kind(code).isPresent());
        assertThat(model.features())
                .extracting(FeatureDefinition::code)
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(model.guidance()).extracting(Guidance::signal).doesNotHaveDuplicates();
    }

    @Test
    final void everythingReferredToIsThere() {
        IndustryModel model = newModel();
        Set<String> signals = kinds(model).keySet();
        Set<String> features = new HashSet<>();
        model.features().forEach(feature -> features.add(feature.code()));

        assertThat(model.features()).extracting(FeatureDefinition::signal).allMatch(known(signals));
        assertThat(model.scorecard().items()).extracting(ScorecardItem::feature).isSubsetOf(features);
        assertThat(model.lexicon()).extracting(LexiconEntry::signal).allMatch(known(signals));
        assertThat(model.guidance()).extracting(Guidance::signal).allMatch(known(signals));
    }

    @Test
    final void windowsAreLongEnoughForTheirAggregation() {
        assertThat(newModel().features())
                .allMatch(feature -> feature.windowDays() > 0 || WITHOUT_WINDOW.contains(feature.aggregation()));
    }

    @Test
    final void itUsesNoProtectedAttribute() {
        IndustryModel model = newModel();

        Stream<String> codes = Stream.concat(
                model.signals().stream().map(SignalDefinition::code),
                model.features().stream().flatMap(feature -> Stream.of(feature.code(), feature.signal())));

        assertThat(codes.flatMap(IndustryModelContract::words)).doesNotContainAnyElementsOf(PROTECTED);
    }

    @Test
    final void everySignalNeedAndPlanHasWordsInEnglishAndChinese() throws IOException {
        Set<String> keys = IndustryTexts.keys(newModel());

        for (String language : List.of("en", "zh")) {
            Properties texts = texts(language);

            assertThat(texts.stringPropertyNames()).as(language).containsAll(keys);
            assertThat(texts.values())
                    .as(language)
                    .noneMatch(text -> text.toString().isBlank());
        }
    }

    @Test
    final void bothLanguagesFillTheSamePlaces() throws IOException {
        Properties english = texts("en");
        Properties chinese = texts("zh");

        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(chinese.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    @Test
    final void quietPeopleGetLowScores() {
        IndustryModel model = newModel();

        assertThat(QuietPerson.score(model, kinds(model))).isBetween(0.5, 4.0);
    }

    private Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                openText("text/" + textName() + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static Map<String, SignalKind> kinds(IndustryModel model) {
        Map<String, SignalKind> kinds = new HashMap<>();
        model.signals().forEach(signal -> kinds.put(signal.code(), signal.kind()));
        model.features()
                .forEach(feature ->
                        HostCatalogue.kind(feature.signal()).ifPresent(kind -> kinds.put(feature.signal(), kind)));
        return kinds;
    }

    private static Predicate<String> known(Set<String> own) {
        return code -> own.contains(code) || HostCatalogue.kind(code).isPresent();
    }

    private static Stream<String> words(String code) {
        return Arrays.stream(WORD_BORDER.split(code)).map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static Set<String> places(String text) {
        Set<String> places = new HashSet<>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }
}
