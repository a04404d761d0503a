package org.holdfast.core.offboarding.papers;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.papers.SealView.SealCertificate;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.paper.PaperCertificates;
import org.holdfast.paper.PaperSeal;
import org.jspecify.annotations.Nullable;

/** Keeps the seals of subsidiaries: uploaded, or made here and certified by whoever others trust. Safe for use from many threads. */
final class SealDesk {
    static final Duration SOON = Duration.ofDays(30);
    private static final Duration SELF_SIGNED_FOR = Duration.ofDays(3 * 365L);
    private static final int LONGEST = 100_000;

    private final SealTable table;
    private final People people;
    private final Clock clock;

    SealDesk(SealTable table, People people, Clock clock) {
        this.table = table;
        this.people = people;
        this.clock = clock;
    }

    SealTable table() {
        return table;
    }

    SealView show(UUID subsidiaryId, Visibility caller) {
        caller.requireSubsidiary(subsidiaryId);
        return view(subsidiaryId);
    }

    /** Takes a key with its certificates from a file. */
    SealView upload(UUID subsidiaryId, SealFields fields, Visibility caller) {
        caller.requireSubsidiary(subsidiaryId);
        char[] password =
                fields.password() == null ? new char[0] : fields.password().toCharArray();
        SealKeys keys = SealKeys.ofFile(bytes("file", fields.file()), password);
        requireNotOver("file", keys);
        return write(subsidiaryId, fields.version(), keys.content(Seal.Origin.UPLOADED));
    }

    /** Makes a key that certifies itself. */
    SealView make(UUID subsidiaryId, SealFields fields, Visibility caller) {
        caller.requireSubsidiary(subsidiaryId);
        Subsidiary firm = people.subsidiary(subsidiaryId).orElseThrow(RestException::notFound);
        KeyPair pair = PaperCertificates.key();
        Instant now = clock.instant();
        X509Certificate own = PaperCertificates.selfSigned(
                pair, new PaperCertificates.Holder(firm.name(), firm.country(), now, now.plus(SELF_SIGNED_FOR)));
        SealKeys keys = new SealKeys(pair.getPrivate(), List.of(own));
        return write(subsidiaryId, fields.version(), keys.content(Seal.Origin.SELF_SIGNED));
    }

    /** Takes certificates that somebody issued for the key there is. */
    SealView certify(UUID subsidiaryId, SealFields fields, Visibility caller) {
        caller.requireSubsidiary(subsidiaryId);
        SealKeys keys = keys(subsidiaryId).certified(text(fields.certificates()));
        requireNotOver("certificates", keys);
        return write(subsidiaryId, fields.version(), keys.content(Seal.Origin.CERTIFIED));
    }

    SealView.RequestView request(UUID subsidiaryId, Visibility caller) {
        caller.requireSubsidiary(subsidiaryId);
        SealKeys keys = keys(subsidiaryId);
        return new SealView.RequestView(
                PaperCertificates.request(keys.key(), keys.chain().get(0)));
    }

    /**
     * Returns what seals papers of a subsidiary now.
     *
     * @throws RestException with status 409 where there is no seal, or its certificate does not hold today
     */
    PaperSeal usable(UUID subsidiaryId) {
        SealKeys keys = keys(subsidiaryId);
        if (!state(keys.chain().get(0)).holds()) {
            throw RestException.of(PaperError.SEAL_NOT_VALID, "The certificate of the seal does not hold today.");
        }
        return new PaperSeal(keys.key(), keys.chain());
    }

    SealView view(UUID subsidiaryId) {
        return table.find(subsidiaryId)
                .map(seal -> new SealView(subsidiaryId, seal.version(), certificate(seal)))
                .orElseGet(() -> new SealView(subsidiaryId, 0, null));
    }

    private SealKeys keys(UUID subsidiaryId) {
        return table.find(subsidiaryId)
                .map(seal -> SealKeys.of(seal.content()))
                .orElseThrow(() -> RestException.of(PaperError.SEAL_MISSING, "The subsidiary has no seal."));
    }

    private SealView write(UUID subsidiaryId, @Nullable Integer version, Seal.Content content) {
        if (version == null) {
            throw RestException.invalid("version", "missing");
        }
        int present = table.find(subsidiaryId).map(Seal::version).orElse(0);
        if (version != present || !table.write(new Seal(subsidiaryId, present + 1, content))) {
            throw RestException.of(PaperError.SEAL_CHANGED, "Somebody else has changed the seal meanwhile.");
        }
        return view(subsidiaryId);
    }

    private void requireNotOver(String field, SealKeys keys) {
        if (state(keys.chain().get(0)) == State.OVER) {
            throw RestException.invalid(field, "over");
        }
    }

    private SealCertificate certificate(Seal seal) {
        X509Certificate own = SealKeys.of(seal.content()).chain().get(0);
        Instant until = own.getNotAfter().toInstant();
        return new SealCertificate(
                seal.content().origin().code(),
                own.getSubjectX500Principal().getName(),
                own.getIssuerX500Principal().getName(),
                own.getSerialNumber().toString(16),
                fingerprint(own),
                key(own),
                own.getNotBefore().toInstant().atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC),
                Math.floorDiv(
                        Duration.between(clock.instant(), until).toSeconds(),
                        Duration.ofDays(1).toSeconds()),
                state(own).code);
    }

    /** Whether a certificate holds. */
    enum State {
        VALID("valid"),
        SOON_OVER("soon"),
        OVER("over"),
        NOT_YET("notYet");

        private final String code;

        State(String code) {
            this.code = code;
        }

        boolean holds() {
            return this == VALID || this == SOON_OVER;
        }
    }

    State state(UUID subsidiaryId) {
        return state(keys(subsidiaryId).chain().get(0));
    }

    private State state(X509Certificate own) {
        Instant now = clock.instant();
        Instant until = own.getNotAfter().toInstant();
        if (now.isBefore(own.getNotBefore().toInstant())) {
            return State.NOT_YET;
        }
        if (now.isAfter(until)) {
            return State.OVER;
        }
        return now.plus(SOON).isAfter(until) ? State.SOON_OVER : State.VALID;
    }

    private static String key(X509Certificate own) {
        if (own.getPublicKey() instanceof RSAKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        return own.getPublicKey() instanceof ECKey ec
                ? "EC " + ec.getParams().getOrder().bitLength()
                : own.getPublicKey().getAlgorithm();
    }

    private static String fingerprint(X509Certificate own) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(own.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("A certificate cannot be written", e);
        }
    }

    private static byte[] bytes(String field, @Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            throw RestException.invalid(field, "missing");
        }
        if (base64.length() > LONGEST) {
            throw RestException.invalid(field, "tooLarge");
        }
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw RestException.invalid(field, "form");
        }
    }

    /** Certificates come as a text with its headings, or as a file in base64. */
    private static byte[] text(@Nullable String given) {
        return given != null && given.length() <= LONGEST && given.contains("-----BEGIN")
                ? given.getBytes(StandardCharsets.UTF_8)
                : bytes("certificates", given);
    }
}
