package org.holdfast.launcher.registry;

/**
 * A service with where it comes from.
 *
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param service the guarded service
 * @param <T> its type
 */
public record Provided<T>(String bundle, String version, T service) {}
