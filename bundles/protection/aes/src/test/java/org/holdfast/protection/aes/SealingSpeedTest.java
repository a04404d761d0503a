package org.holdfast.protection.aes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.WrappedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints what sealing costs; the bound is far below the target, so that a busy machine does not fail the build. */
class SealingSpeedTest {
    private static final int PERSONS = 10_000;
    private static final int ROUNDS = 12;

    @TempDir
    private Path folder;

    @Test
    void recordsOfManyPeopleAreSealedAndOpenedFastEnough() {
        AesKeyRing ring = new AesKeyRing();
        ring.create(folder.resolve("root.p12"), "speed".toCharArray());
        WrappedKey subsidiary = ring.newSubsidiaryKey("s");
        List<KeyPath> paths = new ArrayList<>();
        List<RecordIdentity> identities = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            paths.add(KeyPath.ofPerson(subsidiary, ring.newPersonKey(subsidiary, "p" + i)));
            identities.add(new RecordIdentity("signal_block", "content", "row-0000000" + i, "subject-" + i, 1));
        }
        byte[] plain = new byte[100];
        byte[][] sealed = new byte[PERSONS][];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double sealsPerSecond = 0;
        double opensPerSecond = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < PERSONS; i++) {
                sealed[i] = ring.seal(paths.get(i), identities.get(i), plain);
            }
            long middle = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < PERSONS; i++) {
                ring.open(paths.get(i), identities.get(i), sealed[i]);
            }
            long end = threads.getCurrentThreadCpuTime();
            sealsPerSecond = Math.max(sealsPerSecond, PERSONS * 1e9 / (middle - start));
            opensPerSecond = Math.max(opensPerSecond, PERSONS * 1e9 / (end - middle));
        }

        System.out.printf(
                "100-byte records under %d persons' keys, per CPU second: %.0f seals, %.0f opens%n",
                PERSONS, sealsPerSecond, opensPerSecond);
        assertThat(sealsPerSecond).isGreaterThan(30_000);
        assertThat(opensPerSecond).isGreaterThan(30_000);
    }
}
