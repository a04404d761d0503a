package org.holdfast.core.offboarding.papers;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with the papers of somebody who leaves. The names are part of the API. */
enum PaperError implements StatusCode {
    /** Somebody else has changed the seal meanwhile. */
    SEAL_CHANGED,
    /** The subsidiary has no seal. */
    SEAL_MISSING,
    /** The certificate of the seal does not hold today. */
    SEAL_NOT_VALID,
    /** A paper is never issued before the day it speaks of. */
    CERTIFICATE_TOO_EARLY,
    /** The register lacks something that the certificate has to say by law. */
    CERTIFICATE_LACKS,
    /** There is a certificate: another one replaces it, and says so. */
    CERTIFICATE_ISSUED,
    /** Nothing was issued. */
    CERTIFICATE_MISSING,
    /** The key was used for another paper. */
    PAPER_KEY_USED,
    /** Somebody else has changed the texts of papers meanwhile. */
    TEMPLATE_CHANGED,
    /** Somebody else has changed what was noted of the transfer meanwhile. */
    TRANSFER_CHANGED,
    /** Nobody has noted where archive and social insurance went. */
    TRANSFER_OPEN;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
