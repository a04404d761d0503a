package org.holdfast.launcher.registry;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one way from the host to what bundles provide.
 *
 * <p>It filters by what a subsidiary has enabled, orders by ranking, and hands out guarded objects: a call has a time
 * limit, faults are counted, a bundle that keeps failing is quarantined, and an object whose bundle is gone answers
 * with {@link CapabilityGoneException} instead of running. Safe for use from many threads.
 */
public interface CapabilityRegistry {

    /**
     * Returns the services of a type from every bundle that may be called.
     *
     * @param type an interface of the API
     * @return guarded services, highest ranking first
     * @param <T> the type
     */
    <T> List<Provided<T>> all(Class<T> type);

    /**
     * Returns the services of a type that a subsidiary has enabled.
     *
     * @param type an interface of the API
     * @param subsidiaryId the subsidiary
     * @return guarded services, highest ranking first
     * @param <T> the type
     */
    <T> List<Provided<T>> of(Class<T> type, String subsidiaryId);

    /**
     * Returns every installed bundle, whatever its state.
     *
     * @return reports, by symbolic name
     */
    List<BundleReport> bundles();

    /**
     * Installs or updates a bundle from its bytes and starts it.
     *
     * @param fileName name to keep it under in the bundles folder
     * @param content the jar
     * @param downgradeAllowed whether it may be older than a version that was active before
     * @return what became of it
     * @throws BundleFailure where it is not a bundle, is not signed as it must be, is revoked, too old, or too large
     */
    BundleReport install(String fileName, InputStream content, boolean downgradeAllowed);

    /**
     * Returns the files of the bundles folder that are not loaded.
     *
     * @return each with the reason, by name
     */
    List<RefusedFile> refused();

    /**
     * Stops and removes a bundle with its file.
     *
     * @param symbolicName which bundle
     * @return false where there is no such bundle
     */
    boolean remove(String symbolicName);

    /**
     * Says where a bundle is enabled.
     *
     * @param symbolicName which bundle
     * @param subsidiaryIds the subsidiaries, or empty for everywhere
     * @return false where there is no such bundle
     */
    boolean enable(String symbolicName, Optional<Set<String>> subsidiaryIds);

    /**
     * Lifts a quarantine.
     *
     * @param symbolicName which bundle
     * @return false where there is no such bundle in quarantine
     */
    boolean release(String symbolicName);

    /**
     * Returns a file of a bundle, for texts and console pages.
     *
     * @param symbolicName which bundle
     * @param path path in the bundle, without a leading slash
     * @return the file's bytes, or empty where bundle or file are not there
     */
    Optional<InputStream> resource(String symbolicName, String path);

    /**
     * Returns what a bundle is made of.
     *
     * @param symbolicName which bundle, whatever its state
     * @return its bill of materials, or empty where it has none or is not installed
     * @throws BundleFailure where that is not as it must be
     */
    Optional<Sbom> sbom(String symbolicName);

    /**
     * Returns the names of the files in a folder of a bundle.
     *
     * @param symbolicName which bundle
     * @param folder path in the bundle, without slashes at its ends
     * @return paths as {@link #resource} takes them
     */
    List<String> resources(String symbolicName, String folder);

    /**
     * Counts changes: installed, started, stopped, enabled, quarantined. Whoever caches what bundles provide compares it.
     *
     * @return a number that only rises
     */
    long changes();
}
