package org.holdfast.core.offboarding.papers;

import java.util.List;
import java.util.UUID;

/**
 * The seal of a subsidiary.
 *
 * @param subsidiaryId the subsidiary
 * @param version how often it was changed: who changes it names the version they saw
 * @param content the key with its certificates; sealed under the subsidiary's key
 */
record Seal(UUID subsidiaryId, int version, Content content) {

    /** Where a certificate came from. */
    enum Origin {
        /** The server made the key and certified it itself: nobody else vouches for it. */
        SELF_SIGNED("selfSigned"),
        /** The server made the key, somebody else the certificate. */
        CERTIFIED("certified"),
        /** Key and certificate were uploaded. */
        UPLOADED("uploaded");

        private final String code;

        Origin(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * A key with its certificates.
     *
     * @param origin where they came from
     * @param key the private key by PKCS #8, in base64
     * @param algorithm its algorithm
     * @param chain its certificate, then those of who issued it, as DER in base64
     */
    record Content(Origin origin, String key, String algorithm, List<String> chain) {

        Content {
            chain = List.copyOf(chain);
        }

        /** Never says the key. */
        @Override
        public String toString() {
            return "seal, " + origin.code();
        }
    }
}
