package org.holdfast.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportTurnsTest {
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final List<UUID> started = new ArrayList<>();
    private final ImportTurns turns = new ImportTurns(started::add);

    @Test
    void anImportThatIsWantedWhileItRunsIsNotRunBesideItselfButAfterwards() {
        turns.want(ONE);
        turns.want(ONE);
        turns.want(ONE);
        turns.want(OTHER);
        List<UUID> atOnce = List.copyOf(started);

        turns.ended(ONE);
        turns.ended(ONE);
        turns.ended(OTHER);

        assertThat(atOnce).containsExactly(ONE, OTHER);
        assertThat(started).containsExactly(ONE, OTHER, ONE);
    }

    @Test
    void anImportThatHasEndedCanBeStartedAgain() {
        turns.want(ONE);
        turns.ended(ONE);
        turns.want(ONE);

        assertThat(started).containsExactly(ONE, ONE);
    }
}
