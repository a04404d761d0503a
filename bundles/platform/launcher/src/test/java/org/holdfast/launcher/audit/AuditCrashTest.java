package org.holdfast.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.holdfast.launcher.audit.AuditVerdict.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the log has acknowledged is there after the process was killed, and the log goes on. */
@Tag("O26")
class AuditCrashTest {
    private static final int CALLERS = 8;
    private static final int KILLS = 3;
    private static final int ACKNOWLEDGED = 1_500;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void killingTheProcessLosesNoAcknowledgedEntry() throws Exception {
        Map<Long, String> acknowledged = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.putAll(untilKilled(kill));

            // Entries after the last checkpoint are not signed yet, but there and well formed.
            assertThat(verify().intact())
                    .as("after kill %d: %s", kill, verify())
                    .isTrue();
            assertThat(numbers()).as("after kill %d", kill).containsAllEntriesOf(acknowledged);
        }
        try (AuditLog log = AuditLog.open(folder, "test", Clock.systemUTC())) {
            log.signWith(SigningKeys.signer(signingKey()));
            log.append(AuditEvent.byServer("server.start", AuditEvent.DONE, Map.of()));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED);
        assertThat(verify().result()).isEqualTo(Result.INTACT);
        assertThat(verify().entries()).isGreaterThan(acknowledged.size());
    }

    /** Starts a process that appends, kills it in the middle, and returns what it had acknowledged, by index. */
    private Map<Long, String> untilKilled(int run) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Appending.class.getName(),
                        folder.toString(),
                        String.valueOf(run))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<Long, String> acknowledged = new HashMap<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            boolean killed = false;
            // What it had written before it was killed is read to the end: a handle closes no stream.
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ", -1);
                // The last line may be cut off, and its index with it.
                if (words.length == 3 && words[2].equals(".")) {
                    acknowledged.put(Long.valueOf(words[0]), words[1]);
                }
                if (!killed && acknowledged.size() >= ACKNOWLEDGED) {
                    killed = true;
                    child.toHandle().destroyForcibly();
                }
            }
        } finally {
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        return acknowledged;
    }

    private AuditVerdict verify() throws IOException {
        return new AuditVerifier(folder, SigningKeys.read(AuditFolder.keys(folder))).verify(null);
    }

    private Map<Long, String> numbers() throws IOException {
        Map<Long, String> numbers = new HashMap<>();
        new AuditSearch(folder)
                .each(
                        AuditQuery.all(),
                        Long.MAX_VALUE,
                        entry -> numbers.put(
                                entry.index(), entry.event().details().getOrDefault("number", "")));
        return numbers;
    }

    private SigningKeys.Encoded signingKey() {
        SigningKeys.Encoded key = SigningKeys.create();
        SigningKeys.publish(folder, key.publicKey());
        return key;
    }

    /** The process that is killed: eight callers append, and say so of each entry once the log has acknowledged it. */
    static final class Appending {
        private Appending() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            PrintStream out =
                    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII);
            SigningKeys.Encoded key = SigningKeys.create();
            SigningKeys.publish(folder, key.publicKey());
            AuditLog log = AuditLog.open(folder, "test", Clock.systemUTC());
            log.signWith(SigningKeys.signer(key));
            AtomicLong numbers = new AtomicLong();
            Runnable caller = () -> {
                while (true) {
                    String number = arguments[1] + '-' + numbers.incrementAndGet();
                    long index = log.append(
                            AuditEvent.byServer("GET /employees/{id}/risk", AuditEvent.DONE, Map.of("number", number)));
                    out.print(index + " " + number + " .\n");
                    if (index % 50 == 0) {
                        log.checkpoint();
                    }
                }
            };
            List<Thread> threads =
                    Stream.generate(() -> new Thread(caller)).limit(CALLERS).toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
