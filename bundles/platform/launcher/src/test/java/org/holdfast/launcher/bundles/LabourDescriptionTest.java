package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;
import org.holdfast.api.labour.LabourRules;
import org.holdfast.api.labour.WorkCalendar;
import org.holdfast.launcher.registry.BundleFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labour rules are data that anybody can write, and a mistake in them is named. */
class LabourDescriptionTest {
    private static final Path CHINA = Path.of("..", "..", "labour", "cn", "src", "main", "resources");

    @ParameterizedTest
    // Days off and weekend days worked, counted in the notices of the State Council's General Office of 2024 and 2025.
    @CsvSource({"2025, 28, 5", "2026, 33, 6"})
    void theShippedCalendarOfChinaHasTheDaysOfTheStatesNotices(int year, int off, int worked) throws IOException {
        WorkCalendar calendar = shipped().calendar();
        LocalDate first = LocalDate.of(year, 1, 1);

        assertThat(first.datesUntil(first.plusYears(1))
                        .filter(day -> calendar.holiday(day).isPresent()))
                .hasSize(off);
        assertThat(calendar.workdays()).filteredOn(day -> day.getYear() == year).hasSize(worked);
        assertThat(first.datesUntil(first.plusYears(1))).allMatch(calendar::knows);
    }

    @ParameterizedTest
    @CsvSource({"en", "zh"})
    void everyHolidayHasItsName(String language) throws IOException {
        Properties words = new Properties();
        try (Reader in =
                Files.newBufferedReader(CHINA.resolve("text").resolve("labour-cn_" + language + ".properties"))) {
            words.load(in);
        }

        assertThat(shipped().calendar().holidays())
                .allSatisfy(holiday -> assertThat(words).containsKey("holiday.cn." + holiday.code()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"CN\"|\"China\"|country",
                "2026-12-31|2026-13-31|until",
                "\"saturday\"|\"caturday\"|weekend",
                "\"workdays\"|\"workday\"|workday",
                // a day off that is worked in exchange
                "\"2026-10-10\"|\"2026-10-02\"|calendar",
                // a holiday that ends before it begins
                "\"last\": \"2026-10-07\"|\"last\": \"2026-09-30\"|holidays",
                // one that lies outside the years that are known
                "\"last\": \"2026-10-07\"|\"last\": \"2027-10-07\"|calendar",
                "\"2026.2.0\"|26|version",
                // a figure that would be read with an error of binary numbers
                "\"divisor\": \"21.75\"|\"divisor\": 21.75|settlement.dailyPay.divisor",
                "\"divisor\": \"21.75\"|\"divisor\": \"1e9999999\"|settlement.dailyPay.divisor",
                "\"divisor\": \"21.75\"|\"divisor\": \"0\"|settlement.dailyPay",
                "\"CNY\"|\"YUAN\"|settlement.currency",
                "\"P15D\"|\"15 days\"|deadlines.transfer.after",
                "\"P15D\"|\"P-15D\"|deadlines.transfer",
                "\"resignation\"|\"quitting\"|endings[0].kind",
                "\"employerClosed\"|\"death\"|exits",
                "\"days\": 30, \"probationDays\"|\"days\": -30, \"probationDays\"|endings[0].notice",
                "\"lcl46.1\"|\"Article 46\"|endings[1]",
                // wages wait for nothing, in no country
                "[\"severance\"]|[\"wages\"]|settlement.holds",
                "\"wholeFrom\": 6|\"wholeFrom\": 13|settlement.severance.rest",
                "\"share\": \"0.3\"|\"share\": \"1.3\"|nonCompete"
            })
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String place) throws IOException {
        String text = text();
        assertThat(text).contains(right);

        assertThatThrownBy(() -> read(text.replace(right, wrong)))
                .isInstanceOf(BundleFailure.class)
                .hasMessageContaining("labour.json")
                .hasMessageContaining(place);
    }

    @Test
    void severanceThatIsDueNeedsASayingHowItIsComputed() throws IOException {
        String text = text();
        int from = text.indexOf("\"severance\": {");
        int until = text.indexOf("\"holds\"");

        assertThatThrownBy(() -> read(text.substring(0, from) + text.substring(until)))
                .isInstanceOf(BundleFailure.class)
                .hasMessageContaining("exits");
    }

    @Test
    void aBundleMayKnowTheDaysOfWorkAlone() throws IOException {
        String text = text();

        assertThat(read(text.substring(0, text.indexOf(",\n  \"exits\"")) + "}").exits())
                .isEmpty();
        assertThat(shipped().exits()).isPresent();
    }

    @Test
    void aBundleWithoutACalendarIsRefused() {
        assertThatThrownBy(() -> read("{\"country\": \"CN\", \"version\": \"1\"}"))
                .isInstanceOf(BundleFailure.class)
                .hasMessageContaining("calendar");
    }

    @Test
    void theGuidesExampleIsRight() throws IOException {
        String guide = Files.readString(Path.of("../../../docs/vendor-guide/README.md"));
        String section = guide.substring(guide.indexOf("## Labour rules"));
        int from = section.indexOf("```json") + 7;

        LabourRules example = read(section.substring(from, section.indexOf("```", from)));

        assertThat(example.calendar().works(LocalDate.of(2026, 8, 1))).isFalse();
    }

    private static LabourRules shipped() throws IOException {
        return read(text());
    }

    private static String text() throws IOException {
        return Files.readString(CHINA.resolve("labour.json"));
    }

    private static LabourRules read(String text) throws IOException {
        return LabourDescription.read("labour.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
