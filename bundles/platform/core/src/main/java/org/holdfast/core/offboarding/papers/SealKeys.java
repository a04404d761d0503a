package org.holdfast.core.offboarding.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.platform.rest.RestException;

/** Keys with their certificates as they come in files. What is wrong is told by the field it came in; no file is ever repeated. */
record SealKeys(PrivateKey key, List<X509Certificate> chain) {
    private static final int LARGEST_FILE = 64 * 1024;
    private static final int FEWEST_RSA_BITS = 2048;
    private static final int FEWEST_EC_BITS = 256;
    private static final int MOST_EC_BITS = 521;
    private static final int MOST_CERTIFICATES = 10;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    SealKeys {
        chain = List.copyOf(chain);
    }

    /** Never says the key. */
    @Override
    public String toString() {
        return "keys of a seal";
    }

    /** Reads a key with its certificates from a PKCS #12 file. */
    static SealKeys ofFile(byte[] file, char[] password) {
        if (file.length == 0 || file.length > LARGEST_FILE) {
            throw RestException.invalid("file", file.length == 0 ? "missing" : "tooLarge");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            return only(store, password);
        } catch (IOException e) {
            // A file whose password is another one fails with this cause, one that is no such file without.
            throw e.getCause() instanceof UnrecoverableKeyException
                    ? RestException.invalid("password", "wrong")
                    : RestException.invalid("file", "form");
        } catch (UnrecoverableKeyException e) {
            throw RestException.invalid("password", "wrong");
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw RestException.invalid("file", "form");
        }
    }

    /** Returns the one key of a file with its certificates. */
    private static SealKeys only(KeyStore store, char[] password) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1 || !(store.getKey(keys.get(0), password) instanceof PrivateKey key)) {
            throw RestException.invalid("file", "oneKey");
        }
        Certificate[] chain = store.getCertificateChain(keys.get(0));
        return checked("file", new SealKeys(key, x509(chain == null ? List.of() : Arrays.asList(chain))));
    }

    /** Reads certificates, PEM or DER or a PKCS #7 file of them, and puts that of the key first. */
    SealKeys certified(byte[] file) {
        if (file.length == 0 || file.length > LARGEST_FILE) {
            throw RestException.invalid("certificates", file.length == 0 ? "missing" : "tooLarge");
        }
        try {
            List<X509Certificate> given =
                    x509(CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file)));
            X509Certificate own = given.stream()
                    .filter(one -> one.getPublicKey().equals(chain.get(0).getPublicKey()))
                    .findFirst()
                    .orElseThrow(() -> RestException.invalid("certificates", "otherKey"));
            return checked("certificates", new SealKeys(key, ordered(own, given)));
        } catch (GeneralSecurityException e) {
            throw RestException.invalid("certificates", "form");
        }
    }

    static SealKeys of(Seal.Content content) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (String one : content.chain()) {
                chain.add((X509Certificate) factory.generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(one))));
            }
            PrivateKey key = KeyFactory.getInstance(content.algorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(content.key())));
            return new SealKeys(key, chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A seal that was kept cannot be read", e);
        }
    }

    Seal.Content content(Seal.Origin origin) {
        try {
            List<String> encoded = new ArrayList<>();
            for (X509Certificate one : chain) {
                encoded.add(Base64.getEncoder().encodeToString(one.getEncoded()));
            }
            return new Seal.Content(
                    origin, Base64.getEncoder().encodeToString(key.getEncoded()), key.getAlgorithm(), encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate cannot be written", e);
        }
    }

    private static List<X509Certificate> x509(Collection<? extends Certificate> given) {
        return given.stream()
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .limit(MOST_CERTIFICATES)
                .toList();
    }

    /** Puts each certificate behind the one it issued; what issued none of them is left out. */
    private static List<X509Certificate> ordered(X509Certificate own, List<X509Certificate> given) {
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        for (int i = 0; i < chain.size() && chain.size() < MOST_CERTIFICATES; i++) {
            X509Certificate last = chain.get(i);
            Optional<X509Certificate> issuer = given.stream()
                    .filter(one -> !chain.contains(one))
                    .filter(one -> one.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                    .findFirst();
            issuer.ifPresent(chain::add);
        }
        return chain;
    }

    /** Refuses what a verifier would refuse later, when the paper is in somebody's hands. */
    private static SealKeys checked(String field, SealKeys keys) throws GeneralSecurityException {
        if (keys.chain.isEmpty()) {
            throw RestException.invalid(field, "noCertificate");
        }
        X509Certificate own = keys.chain.get(0);
        PublicKey shown = own.getPublicKey();
        if (!strong(shown)) {
            throw RestException.invalid(field, "weakKey");
        }
        boolean[] usage = own.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw RestException.invalid(field, "keyUsage");
        }
        if (!signs(keys.key, shown)) {
            throw RestException.invalid(field, "otherKey");
        }
        for (int i = 1; i < keys.chain.size(); i++) {
            issued(field, keys.chain.get(i - 1), keys.chain.get(i));
        }
        return keys;
    }

    private static void issued(String field, X509Certificate one, X509Certificate issuer) {
        try {
            one.verify(issuer.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw RestException.invalid(field, "chain");
        }
    }

    private static boolean strong(PublicKey shown) {
        if (shown instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= FEWEST_RSA_BITS;
        }
        if (shown instanceof ECPublicKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            return bits >= FEWEST_EC_BITS && bits <= MOST_EC_BITS;
        }
        return false;
    }

    private static boolean signs(PrivateKey key, PublicKey shown) throws GeneralSecurityException {
        String algorithm = shown instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA";
        if (!key.getAlgorithm().equals(shown.getAlgorithm())) {
            return false;
        }
        byte[] sample = {1, 2, 3};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(sample);
        byte[] made = signature.sign();
        signature.initVerify(shown);
        signature.update(sample);
        return signature.verify(made);
    }
}
