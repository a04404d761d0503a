package org.holdfast.core.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.retention.RetentionWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures are ready before somebody asks for them, and nobody's work is disturbed for it. */
class ReadAheadTest {
    private final RetentionWorld world = new RetentionWorld();
    private final List<List<Subsidiary>> counted = new ArrayList<>();
    private Object standing = 1;
    private boolean open = true;
    private boolean fails;
    private final ReadAhead ahead =
            new ReadAhead(List.of(this::count), world.staff.people::subsidiaries, () -> standing, () -> open);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void afterAStartTheGroupAndEachFirmAreCounted() {
        world.staff.subsidiary("S2", "Asia/Shanghai");

        ahead.run();

        assertThat(counted).hasSize(3);
        assertThat(counted.get(0)).hasSize(2);
        assertThat(counted.subList(1, 3)).allMatch(one -> one.size() == 1);
    }

    @Test
    void nothingIsCountedAgainWhileNothingChanges() {
        ahead.run();
        ahead.run();
        ahead.run();

        assertThat(counted).hasSize(1);
    }

    @Test
    void anImportInItsMidstIsWaitedFor() {
        ahead.run();
        for (int row = 2; row < 6; row++) {
            standing = row;
            ahead.run();
        }
        assertThat(counted).hasSize(1);

        ahead.run();

        assertThat(counted).hasSize(2);
    }

    @Test
    void whileTheKeysAreAwayNothingIsOpenedAndWithThemEverythingIsCountedAnew() {
        ahead.run();
        open = false;
        ahead.run();
        assertThat(counted).hasSize(1);

        open = true;
        ahead.run();

        assertThat(counted).hasSize(2);
    }

    @Test
    void ofManyFirmsOnlyTheWholeIsCounted() {
        IntStream.range(0, 30).forEach(i -> world.staff.subsidiary("F" + i, "Asia/Shanghai"));

        ahead.run();

        assertThat(counted).hasSize(1);
    }

    @Test
    void whatCannotBeCountedIsTriedAgainOnceSomethingHasChanged() {
        fails = true;
        ahead.run();
        fails = false;
        standing = 2;
        ahead.run();
        ahead.run();

        assertThat(counted).hasSize(1);
    }

    private void count(List<Subsidiary> subsidiaries) {
        if (fails) {
            throw new IllegalStateException("no answer");
        }
        counted.add(subsidiaries);
    }
}
