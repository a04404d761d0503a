package org.holdfast.launcher.bundles;

import java.nio.file.Path;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;

/**
 * The files that say which bundles are trusted. None of them need exist; without one, nobody is trusted by it.
 *
 * @param shipped SHA-256 of the bundles that were shipped with the product
 * @param vendors key store with the certificates of those who may sign bundles
 * @param group key store with the certificates of those who may counter-sign for the group
 * @param revoked list of certificates and bundles that are revoked
 * @param authorities folder with the revocation lists (X.509 CRL) of certificate authorities
 */
public record TrustFiles(Path shipped, Path vendors, Path group, Path revoked, Path authorities) {

    /**
     * Returns where they are.
     *
     * @param configuration the settings
     * @return the files
     */
    public static TrustFiles of(Configuration configuration) {
        TrustFiles standard = in(configuration.home());
        return new TrustFiles(
                standard.shipped,
                configuration.path(Setting.TRUST_STORE).orElse(standard.vendors),
                configuration.path(Setting.GROUP_TRUST_STORE).orElse(standard.group),
                configuration.path(Setting.REVOKED_LIST).orElse(standard.revoked),
                configuration.path(Setting.CRL_DIRECTORY).orElse(standard.authorities));
    }

    /**
     * Returns where they are unless settings say otherwise.
     *
     * @param home the installation
     * @return the files
     */
    public static TrustFiles in(Path home) {
        Path config = home.resolve("config");
        return new TrustFiles(
                home.resolve("lib").resolve("bundles.sha256"),
                config.resolve("trust.p12"),
                config.resolve("group-trust.p12"),
                config.resolve("revoked.txt"),
                config.resolve("crl"));
    }
}
