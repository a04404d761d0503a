package org.holdfast.testkit.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.SuiteKey;
import org.holdfast.api.protection.TamperedRecordException;
import org.junit.jupiter.api.Test;

/**
 * The promises of a cipher suite. A bundle's test extends this class, and {@link KeyRingContract} and {@link
 * KeyRotationContract} with a ring that finds the suite.
 */
public abstract class CipherSuiteContract {
    private static final byte[] NONCE = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ASSOCIATED = "whose record it is".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLAIN = "plain words to be sealed".getBytes(StandardCharsets.US_ASCII);

    private final Random random = new Random(7);

    /** For subclasses. */
    protected CipherSuiteContract() {}

    /**
     * Makes a suite.
     *
     * @return a new suite
     */
    protected abstract CipherSuite newSuite();

    @Test
    final void theNameCodeAndKeyLengthAreOnesThatSuitesMayHave() {
        CipherSuite suite = newSuite();

        assertThat(suite.name()).matches("[A-Z0-9-]{1,32}").isNotEqualTo(CipherSuite.STANDARD);
        assertThat(suite.code()).isNotEqualTo((byte) 1);
        assertThat(suite.keyBytes()).isBetween(16, 32);
    }

    @Test
    final void whatIsSealedOpensUnchangedWithAnotherObjectOfTheSuite() {
        byte[] secret = bytes(newSuite().keyBytes());
        SuiteKey sealing = newSuite().key(secret.clone());
        SuiteKey opening = newSuite().key(secret.clone());

        for (int length : new int[] {0, 1, 15, 16, 17, 100, 70_000}) {
            byte[] plain = bytes(length);
            byte[] nonce = bytes(SuiteKey.NONCE_BYTES);
            byte[] sealed = sealing.seal(nonce, ASSOCIATED, plain);

            assertThat(sealed).hasSize(length + SuiteKey.TAG_BYTES);
            assertThat(opening.open(nonce, ASSOCIATED, sealed)).isEqualTo(plain);
        }
    }

    @Test
    final void nothingChangedCutOrLengthenedOpens() {
        SuiteKey key = key();
        byte[] sealed = key.seal(NONCE, ASSOCIATED, PLAIN);

        for (int i = 0; i < sealed.length; i++) {
            for (int bit : new int[] {0, 7}) {
                byte[] changed = sealed.clone();
                changed[i] ^= (byte) (1 << bit);
                assertTampered(key, NONCE, ASSOCIATED, changed);
            }
            assertTampered(key, NONCE, ASSOCIATED, Arrays.copyOf(sealed, i));
        }
        assertTampered(key, NONCE, ASSOCIATED, Arrays.copyOf(sealed, sealed.length + 1));
    }

    @Test
    final void nothingOpensWithAnotherKeyNonceOrRecord() {
        SuiteKey key = key();
        byte[] sealed = key.seal(NONCE, ASSOCIATED, PLAIN);

        assertTampered(key(), NONCE, ASSOCIATED, sealed);
        assertTampered(key, bytes(SuiteKey.NONCE_BYTES), ASSOCIATED, sealed);
        assertTampered(key, NONCE, bytes(ASSOCIATED.length), sealed);
        assertTampered(key, NONCE, new byte[0], sealed);
        assertThat(key.open(NONCE, ASSOCIATED, sealed)).isEqualTo(PLAIN);
    }

    @Test
    final void theKeyedHashIsTheSameForTheSameKeyAndMessageOnly() {
        byte[] first = bytes(32);
        byte[] second = bytes(32);

        byte[] hash = newSuite().authenticate(first, PLAIN);

        assertThat(hash).hasSize(32).isEqualTo(newSuite().authenticate(first, PLAIN));
        HexFormat hex = HexFormat.of();
        assertThat(Set.of(
                        hex.formatHex(hash),
                        hex.formatHex(newSuite().authenticate(second, PLAIN)),
                        hex.formatHex(newSuite().authenticate(first, ASSOCIATED)),
                        hex.formatHex(newSuite().authenticate(first, new byte[0]))))
                .hasSize(4);
    }

    @Test
    final void manyThreadsShareOneKey() throws InterruptedException, ExecutionException {
        CipherSuite suite = newSuite();
        SuiteKey key = suite.key(bytes(suite.keyBytes()));
        byte[] hash = suite.authenticate(new byte[32], PLAIN);
        Callable<Integer> work = () -> {
            Random own = new Random();
            int equal = 0;
            for (int i = 0; i < 500; i++) {
                byte[] nonce = new byte[SuiteKey.NONCE_BYTES];
                own.nextBytes(nonce);
                byte[] opened = key.open(nonce, ASSOCIATED, key.seal(nonce, ASSOCIATED, PLAIN));
                equal += Arrays.equals(opened, PLAIN) ? 1 : 0;
                equal += Arrays.equals(hash, suite.authenticate(new byte[32], PLAIN)) ? 1 : 0;
            }
            return equal;
        };
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> done : pool.invokeAll(Collections.nCopies(8, work))) {
                assertThat(done.get()).isEqualTo(1_000);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private SuiteKey key() {
        CipherSuite suite = newSuite();
        return suite.key(bytes(suite.keyBytes()));
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void assertTampered(SuiteKey key, byte[] nonce, byte[] associated, byte[] sealed) {
        assertThatThrownBy(() -> key.open(nonce, associated, sealed)).isInstanceOf(TamperedRecordException.class);
    }
}
