package org.holdfast.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.rest.Endpoint;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.ScannedResources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores are read to keep people, and for nothing else. */
@Tag("O3")
class PurposeTest {
    private static final String SOMEBODY = new UUID(1, 1) + "/" + new UUID(2, 2);

    @TempDir
    Path data;

    private AccessWorld world;

    @BeforeEach
    void logIn() {
        world = new AccessWorld(data);
        world.add("hr", Role.GROUP_HR, Set.of(), Optional.empty());
        world.logIn("hr", AccessWorld.PASSWORD);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "retention", " Retention "})
    void scoresAreReadToKeepPeople(String purpose) {
        Reply reply = asking(purpose, "probe/bands/" + SOMEBODY);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.text("score")).isEqualTo("true");
    }

    @ParameterizedTest
    @EnumSource(value = Purpose.class, mode = EnumSource.Mode.EXCLUDE, names = "RETENTION")
    void forEveryOtherPurposeTheyAreRefusedAndTheLogSaysWhy(Purpose purpose) {
        Reply reply = asking(purpose.name().toLowerCase(Locale.ROOT), "probe/bands/" + SOMEBODY);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text("type")).endsWith("purpose-not-allowed");
        assertThat(world.lastAudited().details())
                .containsEntry("purpose", purpose.name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(value = Purpose.class, mode = EnumSource.Mode.EXCLUDE, names = "RETENTION")
    void whatElseIsReadForThatPurposeTellsNothingOfThem(Purpose purpose) {
        Reply reply = asking(purpose.name().toLowerCase(Locale.ROOT), "probe/people/" + SOMEBODY);

        assertThat(reply.text("seen")).isEqualTo("true");
        assertThat(reply.text("alerts")).isEqualTo("false");
        assertThat(reply.text("scores")).isEqualTo("false");
        assertThat(asking("retention", "probe/people/" + SOMEBODY).text("alerts"))
                .isEqualTo("true");
    }

    @Test
    void purposeThereIsNotOpensNothing() {
        Reply reply = asking("curiosity", "probe/bands/" + SOMEBODY);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("errors.0.field")).isEqualTo(Purpose.HEADER);
    }

    @Test
    void everyEndpointThatTellsOfScoresOrAlertsIsClosedForEveryOtherPurpose() {
        List<Endpoint> telling = Endpoint.of(ScannedResources.all()).stream()
                .filter(endpoint -> endpoint.path().startsWith("/risk/scores")
                        || endpoint.path().startsWith("/alerts")
                        || endpoint.path().startsWith("/cases")
                        || endpoint.path().startsWith("/plans")
                        || endpoint.path().endsWith("/risk"))
                .toList();

        assertThat(telling)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(endpoint -> Arrays.stream(Purpose.values())
                        .filter(purpose -> purpose != Purpose.RETENTION)
                        .forEach(purpose -> assertThat(Arrays.stream(endpoint.permitted()
                                                .orElseThrow()
                                                .value())
                                        .filter(purpose.allows()))
                                .as("%s for %s", endpoint.path(), purpose)
                                .isEmpty()));
    }

    private Reply asking(String purpose, String path) {
        return world.server.with(Purpose.HEADER, purpose).call("GET", path, "");
    }
}
