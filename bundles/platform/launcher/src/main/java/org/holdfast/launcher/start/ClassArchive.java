package org.holdfast.launcher.start;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive of loaded classes that lets Java start the server sooner the next time. The start script names it by Java's
 * build and our jars; a server that was ready writes it when it stops. Without it everything works, only slower.
 */
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    /** Java ends the process where the disk is full while it writes an archive. */
    private static final long LEAST_FREE_BYTES = 1L << 30;

    private static final String RECORDING = "-XX:+RecordDynamicDumpInfo";

    private final Path file;

    private ClassArchive(Path file) {
        this.file = file;
    }

    /**
     * Returns the archive this process is to write.
     *
     * @return empty where there is one already or the start script asked for none
     */
    static Optional<ClassArchive> wanted() {
        String name = System.getProperty("holdfast.class-archive", "");
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        return name.isEmpty() || !options.contains(RECORDING) || hasFolders(System.getProperty("java.class.path", ""))
                ? Optional.empty()
                : Optional.of(new ClassArchive(Path.of(name)));
    }

    /** Java ends the process where a folder with classes is on the class path while it writes an archive. */
    private static boolean hasFolders(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1)).map(Path::of).anyMatch(Files::isDirectory);
    }

    /** Writes the archive. A failure is logged and changes nothing. */
    void write() {
        try {
            if (Files.getFileStore(file.getParent()).getUsableSpace() < LEAST_FREE_BYTES) {
                LOG.info("No archive of classes was written: the disk has less than 1 GB left");
                return;
            }
            // Java crashes on half an archive: the name appears only once it is whole.
            Path unfinished = file.resolveSibling(file.getFileName() + ".part");
            dump(unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            deleteOld();
        } catch (IOException | JMException | JMRuntimeException e) {
            LOG.info("No archive of classes was written; the next start is slower", e);
        }
    }

    /** What {@code jcmd VM.cds dynamic_dump} does, without jcmd, which a JRE lacks. */
    private static void dump(Path target) throws JMException {
        ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "vmCds",
                        new Object[] {new String[] {"dynamic_dump", target.toString()}},
                        new String[] {String[].class.getName()});
    }

    /** Archives of an older Java or older jars. */
    private void deleteOld() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path old : files.filter(this::isOld).toList()) {
                Files.delete(old);
            }
        }
    }

    private boolean isOld(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith("classes-") && !path.equals(file);
    }
}
