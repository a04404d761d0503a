package org.holdfast.core.platform.rest;

import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Finds the resource classes of the core by looking through its compiled classes, apart from what CDI finds. */
public final class ScannedResources {

    private ScannedResources() {}

    /** Returns every class of the core with {@code @Path}. */
    public static List<Class<?>> all() {
        try {
            java.nio.file.Path root = java.nio.file.Path.of(RestApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<java.nio.file.Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(".class") && name.startsWith("org"))
                        .map(name -> name.substring(0, name.length() - ".class".length())
                                .replace(java.io.File.separatorChar, '.'))
                        .<Class<?>>map(ScannedResources::load)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RestApplication.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
