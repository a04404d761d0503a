package org.holdfast.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources of the vendor guide as a vendor's build does: as strict, and against what it is given alone. */
public final class ExampleSources {
    private ExampleSources() {}

    /**
     * Compiles a tree of sources.
     *
     * @param sources the folders
     * @param classes where the classes go
     * @param against a class of each jar on the class path
     */
    public static void compile(List<Path> sources, Path classes, Class<?>... against) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = Arrays.stream(against)
                .map(type -> place(type).toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = List.of(
                "--release",
                "17",
                "-proc:none",
                "-Xlint:all,-classfile",
                "-Werror",
                "-d",
                classes.toString(),
                "-cp",
                path);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> found = sources.stream().flatMap(ExampleSources::files).toList();
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(found))
                    .call();
            assertThat(compiled).isTrue();
        }
    }

    private static Stream<Path> files(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The API's jar in a whole build, its classes in a build of this module alone. */
    public static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
