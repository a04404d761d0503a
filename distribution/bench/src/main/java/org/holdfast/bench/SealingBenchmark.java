package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.launcher.bundles.BundlesAlone;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Seals and opens records of another person each time, by the installed bundles through the host's guards, as a server does;
 * in turns with the JDK's bare AES-GCM: a cipher that is made once, keys made ready before, nonces drawn in lots.
 */
@Command(name = "sealing", mixinStandardHelpOptions = true, description = "Measures sealing and opening records.")
final class SealingBenchmark implements Callable<Integer> {
    private static final int ROUNDS = 7;
    /** How often everybody's record is sealed in a round: the system counts processor time in hundredths of a second. */
    private static final int PASSES = 20;

    private static final int TAG_BITS = 128;
    private static final int NONCE = 12;
    private static final String SM4 = "SM4-GCM";

    @Option(names = "--people", description = "People, each with a key; default: ${DEFAULT-VALUE}.")
    private int people = 10_000;

    @Option(names = "--bytes", description = "Size of a record; default: ${DEFAULT-VALUE}.")
    private int bytes = 1_024;

    private byte[] plain = new byte[0];

    @Override
    public Integer call() throws IOException {
        plain = new byte[bytes];
        Path scratch = Files.createTempDirectory("holdfast-bench");
        Configuration configuration = Configuration.read(Place.image(), Map.of(), Map.of());
        try (BundlesAlone bundles = BundlesAlone.start(configuration, BundlesAlone.PROTECTION, Clock.systemUTC())) {
            KeyRing ring = bundles.first(KeyRing.class).orElseThrow();
            ring.suites(bundles.suites());
            ring.create(scratch.resolve("root.p12"), "bench".toCharArray());
            measure(new Bare(), new Product(ring, CipherSuite.STANDARD), new Product(ring, SM4));
        } finally {
            DataDirectory.deleteTree(scratch);
        }
        return 0;
    }

    private void measure(Sealer bare, Sealer aes, Sealer sm4) {
        List<Sealer> all = List.of(bare, aes, sm4);
        double[][] seals = new double[all.size()][ROUNDS];
        double[][] opens = new double[all.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int which = 0; which < all.size(); which++) {
                Sealer sealer = all.get(which);
                seals[which][round] = (double) PASSES
                        * people
                        / Timing.of(() -> everybody(sealer, true)).cpu();
                opens[which][round] = (double) PASSES
                        * people
                        / Timing.of(() -> everybody(sealer, false)).cpu();
            }
        }
        report("sealing", seals);
        report("opening", opens);
    }

    private Integer everybody(Sealer sealer, boolean sealing) {
        for (int turn = 0; turn < PASSES * people; turn++) {
            if (sealing) {
                sealer.seal(turn % people);
            } else {
                sealer.open(turn % people);
            }
        }
        return people;
    }

    private void report(String what, double[][] rates) {
        double bare = median(rates[0]);
        double aes = median(rates[1]);
        Report.row(
                String.format(
                        Locale.ROOT, "%s records of %,d bytes, another of %,d keys each time", what, bytes, people),
                String.format(
                        Locale.ROOT,
                        "AES-256-GCM %,.0f per CPU second, %.2f of the JDK's bare %,.0f; SM4-GCM %,.0f; medians of %d rounds",
                        aes,
                        aes / bare,
                        bare,
                        median(rates[2]),
                        ROUNDS));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Seals and opens the record of a person. */
    private interface Sealer {
        void seal(int person);

        void open(int person);
    }

    /** The key ring of the product. */
    private final class Product implements Sealer {
        private final KeyRing ring;
        private final List<KeyPath> paths = new ArrayList<>();
        private final List<RecordIdentity> identities = new ArrayList<>();
        private final byte[][] sealed = new byte[people][];

        Product(KeyRing ring, String suite) {
            this.ring = ring;
            WrappedKey subsidiary = ring.newSubsidiaryKey("s", suite);
            for (int person = 0; person < people; person++) {
                paths.add(KeyPath.ofPerson(subsidiary, ring.newPersonKey(subsidiary, "p" + person)));
                identities.add(new RecordIdentity("signal_block", "facts", "row-" + person, "subject-" + person, 1));
            }
        }

        @Override
        public void seal(int person) {
            sealed[person] = ring.seal(paths.get(person), identities.get(person), plain);
        }

        @Override
        public void open(int person) {
            ring.open(paths.get(person), identities.get(person), sealed[person]);
        }
    }

    /** Nothing but the JDK. */
    private final class Bare implements Sealer {
        private final Cipher cipher = cipher();
        private final SecureRandom random = new SecureRandom();
        private final byte[] nonces = new byte[64 * NONCE];
        private final List<SecretKey> keys = new ArrayList<>();
        private final List<byte[]> associated = new ArrayList<>();
        private final byte[][] sealed = new byte[people][];
        private final byte[][] drawn = new byte[people][NONCE];

        Bare() {
            for (int person = 0; person < people; person++) {
                byte[] secret = new byte[32];
                random.nextBytes(secret);
                keys.add(new SecretKeySpec(secret, "AES"));
                byte[] bound = new byte[60];
                random.nextBytes(bound);
                associated.add(bound);
            }
        }

        @Override
        public void seal(int person) {
            int lot = person % 64;
            if (lot == 0) {
                random.nextBytes(nonces);
            }
            System.arraycopy(nonces, lot * NONCE, drawn[person], 0, NONCE);
            sealed[person] = done(Cipher.ENCRYPT_MODE, person, plain);
        }

        @Override
        public void open(int person) {
            done(Cipher.DECRYPT_MODE, person, sealed[person]);
        }

        private byte[] done(int mode, int person, byte[] input) {
            try {
                cipher.init(mode, keys.get(person), new GCMParameterSpec(TAG_BITS, drawn[person]));
                cipher.updateAAD(associated.get(person));
                return cipher.doFinal(input);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Cipher cipher() {
            try {
                return Cipher.getInstance("AES/GCM/NoPadding");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
