package org.holdfast.core.risk.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

    @ParameterizedTest
    @CsvSource({
        "3.9, UNKNOWN, LOW",
        "4.0, UNKNOWN, MEDIUM",
        "7.5, UNKNOWN, MID_HIGH",
        "8.0, UNKNOWN, HIGH",
        "7.7, HIGH, HIGH",
        "7.6, HIGH, MID_HIGH",
        "5.8, HIGH, MID_HIGH",
        "5.6, HIGH, MEDIUM",
        "3.7, MEDIUM, MEDIUM",
        "7.9, MID_HIGH, MID_HIGH",
        "8.0, LOW, HIGH",
        "1.0, HIGH, LOW"
    })
    void aBandIsEnteredAtItsThresholdAndLeftBelowIt(double score, Band previous, Band expected) {
        assertThat(Bands.STANDARD.of(score, previous)).isEqualTo(expected);
    }

    @Test
    void thresholdsMustRise() {
        assertThatThrownBy(() -> new Bands(4, 4, 8, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
