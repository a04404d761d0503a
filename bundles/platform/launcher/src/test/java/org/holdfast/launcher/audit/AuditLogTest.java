package org.holdfast.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditVerdict.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditLogTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final SigningKeys.Encoded KEY = SigningKeys.create();

    @TempDir
    private Path folder;

    @BeforeEach
    void publishTheKey() {
        SigningKeys.publish(folder, KEY.publicKey());
    }

    @Test
    void anUntouchedLogVerifies() throws IOException {
        write(2_345);

        AuditVerdict verdict = verify();

        assertThat(verdict).isEqualTo(AuditVerdict.intact(2_345));
    }

    @Test
    void aLogGoesOnAfterARestartWhereItEnded() throws IOException {
        write(7);
        write(2_345);
        write(5);

        assertThat(verify()).isEqualTo(AuditVerdict.intact(2_357));
    }

    @Test
    void entriesBeforeAnybodySignsAreCoveredByTheFirstCheckpoint() throws IOException {
        try (AuditLog log = AuditLog.open(folder, "test", NOON)) {
            log.append(event(0));
            assertThat(verify().result()).isEqualTo(Result.UNSIGNED);
            log.signWith(SigningKeys.signer(KEY));
            log.checkpoint();
        }

        assertThat(verify()).isEqualTo(AuditVerdict.intact(1));
    }

    @Test
    void whatWasCutOffWhileBeingWrittenIsNoEntry() throws IOException {
        write(3);
        Files.writeString(entries(), "{\"index\":3,\"at\":\"2026-", StandardOpenOption.APPEND);

        write(1);

        assertThat(verify()).isEqualTo(AuditVerdict.intact(4));
    }

    @Test
    void anAlteredEntryIsNamed() throws IOException {
        write(50);
        edit(lines -> {
            lines.set(17, lines.get(17).replace("person-17", "person-99"));
            return lines;
        });

        assertThat(verify()).isEqualTo(new AuditVerdict(Result.ALTERED, 17, 17, "entries-000000000000.jsonl"));
    }

    @Test
    void aRemovedEntryIsNamed() throws IOException {
        write(50);
        edit(lines -> {
            lines.remove(31);
            return lines;
        });

        assertThat(verify().result()).isEqualTo(Result.REMOVED);
        assertThat(verify().first()).isEqualTo(31);
    }

    /** Wherever the checkpoints lie: the last entry of one, the first of the next, one that is not signed yet. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 9, 10})
    void aRemovedEntryIsNamedBesideCheckpointsToo(int removed) throws IOException {
        try (AuditLog log = AuditLog.open(folder, "test", NOON)) {
            log.signWith(SigningKeys.signer(KEY));
            for (int i = 0; i < 12; i++) {
                log.append(event(i));
                if (i == 4 || i == 8) {
                    log.checkpoint();
                }
            }
            edit(lines -> {
                lines.remove(removed);
                return lines;
            });

            assertThat(verify())
                    .isEqualTo(new AuditVerdict(Result.REMOVED, removed, removed, "entries-000000000000.jsonl"));
        }
    }

    @Test
    void swappedEntriesAreNamed() throws IOException {
        write(50);
        edit(lines -> {
            Collections.swap(lines, 8, 40);
            return lines;
        });

        assertThat(verify().result()).isEqualTo(Result.REORDERED);
        assertThat(verify().first()).isEqualTo(8);
    }

    @Test
    void aCutTailIsFoundAndStopsTheLog() throws IOException {
        write(50);
        edit(lines -> new ArrayList<>(lines.subList(0, 44)));

        assertThat(verify()).isEqualTo(new AuditVerdict(Result.REMOVED, 44, 44, ""));
        assertThatThrownBy(() -> AuditLog.open(folder, "test", NOON)).isInstanceOf(AuditFailure.class);
    }

    @Test
    void aLogWrittenAnewWithAnotherKeyIsForged() throws IOException {
        write(10);
        SigningKeys.Encoded other = SigningKeys.create();
        Files.delete(entries());
        Files.delete(folder.resolve("checkpoints.jsonl"));
        try (AuditLog log = AuditLog.open(folder, "test", NOON)) {
            log.signWith(SigningKeys.signer(other));
            log.append(event(0));
        }

        assertThat(verify().result()).isEqualTo(Result.CHECKPOINT_FORGED);
    }

    @Test
    void aTailCutWithItsCheckpointsContradictsTheWitness() throws IOException {
        write(10);
        byte[] earlier = Files.readAllBytes(folder.resolve("checkpoints.jsonl"));
        byte[] entriesThen = Files.readAllBytes(entries());
        write(10);
        List<String> checkpoints = Files.readAllLines(folder.resolve("checkpoints.jsonl"));
        byte[] witness = checkpoints.get(checkpoints.size() - 1).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("checkpoints.jsonl"), earlier);
        Files.write(entries(), entriesThen);

        AuditVerdict verdict = new AuditVerifier(folder, SigningKeys.read(folder.resolve("keys"))).verify(witness);

        assertThat(verdict.result()).isEqualTo(Result.WITNESS_CONTRADICTED);
    }

    @Test
    void everyOneOfManyRandomTamperingsIsFound() throws IOException {
        write(300);
        byte[] entries = Files.readAllBytes(entries());
        byte[] checkpoints = Files.readAllBytes(folder.resolve("checkpoints.jsonl"));
        Random random = new Random(7);

        for (int i = 0; i < 1_000; i++) {
            boolean log = random.nextBoolean();
            byte[] bytes = (log ? entries : checkpoints).clone();
            bytes[random.nextInt(bytes.length - 1)] ^= (byte) (1 << random.nextInt(7));
            Files.write(log ? entries() : folder.resolve("checkpoints.jsonl"), bytes);

            assertThat(verify().intact()).as("tampering %d", i).isFalse();

            Files.write(entries(), entries);
            Files.write(folder.resolve("checkpoints.jsonl"), checkpoints);
        }
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void manyCallersAtOnceLoseAndDoubleNothing() throws Exception {
        Set<Long> indices = new HashSet<>();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (AuditLog log = AuditLog.open(folder, "test", NOON)) {
            log.signWith(SigningKeys.signer(KEY));
            List<Future<Long>> appended = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                int number = i;
                appended.add(callers.submit(() -> log.append(event(number))));
            }
            for (Future<Long> index : appended) {
                indices.add(index.get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            callers.shutdownNow();
        }

        assertThat(indices).hasSize(4_000).contains(0L, 3_999L);
        assertThat(verify()).isEqualTo(AuditVerdict.intact(4_000));
    }

    private void write(int entries) {
        try (AuditLog log = AuditLog.open(folder, "test", NOON)) {
            log.signWith(SigningKeys.signer(KEY));
            for (int i = 0; i < entries; i++) {
                log.append(event(i));
            }
        }
    }

    private AuditVerdict verify() throws IOException {
        return new AuditVerifier(folder, SigningKeys.read(folder.resolve("keys"))).verify(null);
    }

    private void edit(UnaryOperator<List<String>> edit) throws IOException {
        List<String> lines = edit.apply(new ArrayList<>(Files.readAllLines(entries())));
        Files.writeString(entries(), String.join("\n", lines) + "\n");
    }

    private Path entries() {
        return folder.resolve("entries-000000000000.jsonl");
    }

    private static AuditEvent event(int number) {
        return new AuditEvent(
                "GET /employees/{id}/risk",
                new Actor("account-1", List.of("subsidiaryHr"), "session"),
                new About("subsidiary-1", List.of("person-" + number), "retention"),
                AuditEvent.DONE,
                Map.of("request", "r-" + number));
    }
}
