package org.holdfast.core.offboarding.papers;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a certificate is issued.
 *
 * @param key random id of the paper to be: what is sent twice is issued once
 * @param replaces the certificate whose place it takes, null where there is none yet
 * @param languages tags of its languages, that which prevails first; null for all there are
 * @param reasonWished whether the person wishes it to say how the employment ended
 */
public record CertificateFields(
        @Nullable UUID key,
        @Nullable UUID replaces,
        @Nullable List<String> languages,
        @Nullable Boolean reasonWished) {

    /** Copies the languages. */
    public CertificateFields {
        languages = languages == null
                ? null
                : languages.stream().filter(Objects::nonNull).toList();
    }
}
