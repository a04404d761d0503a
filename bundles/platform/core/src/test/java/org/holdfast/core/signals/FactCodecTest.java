package org.holdfast.core.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.holdfast.core.signals.FactCodec.Plain;
import org.holdfast.core.signals.SignalAppender.Arrival;
import org.junit.jupiter.api.Test;

class FactCodecTest {
    private static final double[] ODD = {
        Double.NaN,
        0,
        -0.0,
        1,
        -1,
        0.1,
        78.5,
        1e-9,
        1e300,
        Double.POSITIVE_INFINITY,
        Double.MIN_VALUE,
        123456.7891,
        1e14
    };

    @Test
    void whateverIsWrittenIsReadAgain() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Plain plain = new Plain(Instant.ofEpochSecond(random.nextInt()), arrivals(random));

            Plain again = FactCodec.decode(FactCodec.encode(plain));

            assertThat(again).isEqualTo(plain);
        }
    }

    @Test
    void aQuarterOfSignalsTakesAFewBytesEach() {
        List<Arrival> quarter = new ArrayList<>();
        for (int day = 0; day < 90; day++) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
            quarter.add(arrival("work.commits", date, day % 17, "git"));
            quarter.add(arrival("attendance.overtime_hours", date, day % 5 / 2.0, "clock"));
        }

        byte[] bytes = FactCodec.encode(new Plain(Instant.EPOCH, quarter));

        assertThat(bytes.length).isLessThan(180 * 11);
    }

    @Test
    void aRecordThatWasCutIsRefused() {
        byte[] bytes = FactCodec.encode(
                new Plain(Instant.EPOCH, List.of(arrival("work.commits", LocalDate.of(2026, 1, 1), 3, "git"))));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> FactCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Arrival arrival(String signal, LocalDate date, double value, String source) {
        Instant knownAt = date.atStartOfDay().toInstant(java.time.ZoneOffset.ofHours(8));
        return new Arrival(new Fact(signal, date, knownAt, value, new Fact.Detail(source, "")), true);
    }

    private static List<Arrival> arrivals(Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            LocalDate date = LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000);
            Instant knownAt = Instant.ofEpochSecond(random.nextLong() % 4_000_000_000L);
            double value = random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : random.nextGaussian() * 1e6;
            String text = random.nextInt(3) == 0 ? "想换环境 \uD83D\uDE00 " + random.nextInt(4) : "";
            Fact.Detail detail = new Fact.Detail("source" + random.nextInt(3), text);
            arrivals.add(new Arrival(
                    new Fact("signal.s" + random.nextInt(6), date, knownAt, value, detail), random.nextBoolean()));
        }
        return arrivals;
    }
}
