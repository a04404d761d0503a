package org.holdfast.core.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void nullsAreWrittenAndTimesAreIso() throws Exception {
        Row row = new Row(
                new UUID(0, 7),
                null,
                Optional.empty(),
                OptionalDouble.empty(),
                Double.NaN,
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-22T00:30:00Z"),
                OffsetDateTime.parse("2026-11-22T08:30:00+08:00"));

        assertThat(Json.mapper().writeValueAsString(row))
                .isEqualTo("{\"id\":\"00000000-0000-0000-0000-000000000007\",\"name\":null,\"note\":null,"
                        + "\"score\":null,\"margin\":null,\"day\":\"2026-11-22\",\"at\":\"2026-11-22T00:30:00Z\","
                        + "\"there\":\"2026-11-22T08:30:00+08:00\"}");
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        Row row = new Row(
                new UUID(0, 7),
                "a",
                Optional.of("b"),
                OptionalDouble.of(8.5),
                1.76,
                LocalDate.of(2026, 11, 22),
                Instant.parse("2026-11-22T00:30:00Z"),
                OffsetDateTime.parse("2026-11-22T08:30:00+08:00"));

        String text = Json.mapper().writeValueAsString(row);

        assertThat(Json.mapper().readValue(text, Row.class)).isEqualTo(row);
    }

    @Test
    void whatIsNotOfTheFormIsRefused() {
        for (String wrong : List.of(
                "{\"name\":\"a\",\"more\":1}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":7}",
                "{\"count\":\"7\"}",
                "{\"count\":7.5}",
                "{\"count\":null}",
                "{\"name\":\"a\"} {}")) {
            assertThatThrownBy(() -> Json.mapper().readValue(wrong, Small.class))
                    .as(wrong)
                    .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
        }
    }

    record Small(String name, int count) {}

    record Row(
            UUID id,
            @Nullable String name,
            Optional<String> note,
            OptionalDouble score,
            double margin,
            LocalDate day,
            Instant at,
            OffsetDateTime there) {}
}
