package org.holdfast.launcher.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    private static final String RECORDING = "-XX:+RecordDynamicDumpInfo";

    @TempDir
    Path folder;

    @TempDir
    Path work;

    /** A process that writes what it was asked for, as the server does when it stops. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            ClassArchive.wanted().ifPresent(ClassArchive::write);
        }
    }

    @Test
    void aProcessThatRecordsWritesItsClassesUnderTheGivenNameAndDropsOlderOnes() throws Exception {
        Path archive = folder.resolve("classes-2.jsa");
        Path old = Files.writeString(folder.resolve("classes-1.jsa"), "of an older Java");

        run(archive, jars(), RECORDING);

        assertThat(archive).isRegularFile();
        assertThat(Files.size(archive)).isGreaterThan(1 << 20);
        assertThat(old).doesNotExist();
        assertThat(folder.resolve("classes-2.jsa.part")).doesNotExist();
    }

    @Test
    void aProcessThatDoesNotRecordWritesNothing() throws Exception {
        run(folder.resolve("classes-2.jsa"), jars());

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whereItCannotBeWrittenTheProcessEndsAsIfNothingWere() throws Exception {
        run(folder.resolve("absent").resolve("classes-2.jsa"), jars(), RECORDING);
        run(folder.resolve("classes-2.jsa"), System.getProperty("java.class.path"), RECORDING);

        assertThat(folder).as("no such folder; folders on the class path").isEmptyDirectory();
    }

    /** The class path of this test as the product has its own: jars only. */
    private String jars() throws IOException {
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path)) {
                jars.add(entry);
                continue;
            }
            Path jar = work.resolve(jars.size() + ".jar");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                    Stream<Path> files = Files.walk(path)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    zip.putNextEntry(
                            new ZipEntry(path.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, zip);
                }
            }
            jars.add(jar.toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private static void run(Path archive, String classPath, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Xlog:cds*=off", "-Dholdfast.class-archive=" + archive, "-cp", classPath, Writer.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
