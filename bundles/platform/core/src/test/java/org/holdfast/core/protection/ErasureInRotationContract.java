package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.protection.KeySite.FIRST;
import static org.holdfast.core.protection.KeySite.SECOND;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.KeyRotation.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an erasure promises on every database while keys are replaced. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
abstract class ErasureInRotationContract {
    private static final int MANY = 30;

    @TempDir
    Path home;

    private KeySite site;

    /** Returns an empty database. */
    abstract DataSource freshDatabase();

    @BeforeEach
    void begin() {
        site = new KeySite(home, KeySite.migrated(freshDatabase()));
        assertThat(site.start()).isEmpty();
        for (int i = 0; i < 5; i++) {
            site.hire(FIRST);
        }
        site.hire(SECOND);
    }

    @AfterEach
    void end() {
        site.close();
    }

    /** How often the keys of the subsidiaries were replaced before: a person's key hangs below another one each time. */
    @ParameterizedTest
    @CsvSource({"subsidiary,0", "subsidiary,1", "subsidiary,2", "root,0", "root,1"})
    void whoeverIsErasedAfterAnyStepOfARotationDoesNotComeBack(String level, int rotationsBefore) {
        for (int i = 0; i < rotationsBefore; i++) {
            site.rotate(KeyRotation.SUBSIDIARY);
        }
        Deque<UUID> staying = new ArrayDeque<>();
        for (int i = 0; i < MANY; i++) {
            staying.add(site.hire(FIRST));
        }
        List<UUID> erased = new ArrayList<>();
        Rotation rotation = site.rotation(level, 5);
        KeyRotation begun = site.table.begin(level, rotation.total(), "account-1");

        // Random ids, so some are wrapped anew already and some are not yet.
        rotation.run(begun, site.ring, () -> {
            UUID person = staying.remove();
            site.erase(FIRST, person);
            erased.add(person);
            site.everythingIsReadable();
        });

        assertThat(erased).hasSizeGreaterThan(3);
        assertGone(erased);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whoeverIsErasedBetweenTheReadingAndTheWritingOfABatchDoesNotComeBack(int rotationsBefore) {
        for (int i = 0; i < rotationsBefore; i++) {
            site.rotate(KeyRotation.SUBSIDIARY);
        }
        List<UUID> erased = new ArrayList<>();
        Rotation rotation = site.rotation(KeyRotation.SUBSIDIARY, MANY);
        KeyRotation begun = site.table.begin(KeyRotation.SUBSIDIARY, rotation.total(), "account-1");

        // A batch asks the ring about those whom it has read, and writes when it has asked about all.
        KeyRing asked = site.beforeWrapping(person -> {
            if (erased.size() < 2 && site.worksIn(FIRST, person)) {
                site.erase(FIRST, person);
                erased.add(person);
            }
        });
        rotation.run(begun, asked, site::everythingIsReadable);

        assertThat(erased).hasSize(2);
        assertThat(site.table.last().orElseThrow().progress().state()).isEqualTo(State.DONE);
        assertGone(erased);
    }

    private void assertGone(List<UUID> erased) {
        erased.forEach(person -> site.isGone(FIRST, person));
        site.everythingIsReadable();
        assertThat(site.start()).isEmpty();
        erased.forEach(person -> site.isGone(FIRST, person));
        site.everythingIsReadable();
        site.rotate(KeyRotation.ROOT);
        site.rotate(KeyRotation.SUBSIDIARY);
        erased.forEach(person -> site.isGone(FIRST, person));
        site.everythingIsReadable();
    }

    @Test
    void whoErasesWhileKeysAreReplacedWaitsForNoRotationAndNobodyComesBack()
            throws InterruptedException, ExecutionException {
        Deque<UUID> staying = new ArrayDeque<>();
        for (int i = 0; i < MANY; i++) {
            staying.add(site.hire(FIRST));
        }
        List<UUID> erased = new ArrayList<>();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> erasing = pool.submit(() -> {
                while (!staying.isEmpty()) {
                    UUID person = staying.remove();
                    site.erase(FIRST, person);
                    erased.add(person);
                }
            });
            while (!erasing.isDone()) {
                site.rotate(KeyRotation.SUBSIDIARY);
            }
            erasing.get();
        } finally {
            pool.shutdownNow();
        }
        assertThat(erased).hasSize(MANY);
        assertGone(erased);
    }
}
