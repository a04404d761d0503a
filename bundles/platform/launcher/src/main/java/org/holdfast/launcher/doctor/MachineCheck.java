package org.holdfast.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.launcher.config.Configuration;

/** Java, memory, and the one native library that is not ours. */
final class MachineCheck implements Check {
    private static final int OLDEST_JAVA = 17;
    private static final long MEGABYTE = 1L << 20;
    /** As much beside the heap as in it. */
    private static final int NEED_OF_HEAP = 2;

    private static final String LIBRARY = "libgomp.so.1";

    @Override
    public List<Finding> look(Configuration configuration) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java(Runtime.version().feature()));
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        findings.add(memory(
                system.getTotalMemorySize() / MEGABYTE, Runtime.getRuntime().maxMemory() / MEGABYTE));
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            findings.add(library(folders(System.getenv("LD_LIBRARY_PATH"))));
        }
        return findings;
    }

    static Finding java(int version) {
        return version >= OLDEST_JAVA
                ? Finding.ok("java", "doctor.java", System.getProperty("java.runtime.version", ""))
                : Finding.failed("java", "doctor.java.old", version);
    }

    static Finding memory(long machine, long heap) {
        return machine >= NEED_OF_HEAP * heap
                ? Finding.ok("memory", "doctor.memory", machine, heap)
                : Finding.warning("memory", "doctor.memory.small", machine, heap, NEED_OF_HEAP * heap);
    }

    static Finding library(Stream<Path> folders) {
        Optional<Path> found = folders.map(folder -> folder.resolve(LIBRARY))
                .filter(Files::isReadable)
                .findFirst();
        return found.map(file -> Finding.ok("libgomp", "doctor.libgomp", file))
                .orElseGet(() -> Finding.failed("libgomp", "doctor.libgomp.absent"));
    }

    /** Where a dynamic linker looks: what the variable names, the system's folders, and those of Debian's architectures. */
    private static Stream<Path> folders(String variable) {
        Stream<String> named = variable == null ? Stream.of() : Stream.of(variable.split(":"));
        String triplet = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        Stream<String> usual = Stream.of(
                "/usr/lib/" + triplet, "/lib/" + triplet, "/usr/lib64", "/lib64", "/usr/lib", "/usr/local/lib");
        return Stream.concat(named, usual).filter(name -> !name.isBlank()).map(Path::of);
    }
}
