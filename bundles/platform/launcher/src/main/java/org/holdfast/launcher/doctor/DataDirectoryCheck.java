package org.holdfast.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.RunFile;

/** Space, owner, rights and lock of the data directory. */
final class DataDirectoryCheck implements Check {
    private static final String CHECK = "dataDirectory";
    private static final long MEGABYTE = 1L << 20;
    private static final long LITTLE_SPACE = 1L << 30;
    private static final Set<PosixFilePermission> OF_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    @Override
    public List<Finding> look(Configuration configuration) {
        Path data = configuration.dataDirectory();
        List<Finding> findings = new ArrayList<>();
        try {
            Path there = nearest(data);
            findings.add(space(there, Files.getFileStore(there).getUsableSpace()));
            if (!Files.isWritable(there) || !Files.isDirectory(there)) {
                findings.add(Finding.failed(CHECK, "doctor.data.notWritable", there));
                return findings;
            }
            if (!there.equals(data)) {
                findings.add(Finding.ok(CHECK, "doctor.data.new", data));
                return findings;
            }
            findings.add(lock(data));
            findings.addAll(rights(List.of(data, data.resolve("keys"), data.resolve("run"))));
        } catch (IOException e) {
            findings.add(Finding.failed(CHECK, "doctor.data.notWritable", data));
        }
        return findings;
    }

    private static Path nearest(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    static Finding space(Path folder, long free) {
        if (free < DataDirectory.LEAST_FREE_BYTES) {
            return Finding.failed("disk", "doctor.disk.full", folder, free / MEGABYTE);
        }
        return free < LITTLE_SPACE
                ? Finding.warning("disk", "doctor.disk.little", folder, free / MEGABYTE)
                : Finding.ok("disk", "doctor.disk", folder, free / MEGABYTE);
    }

    private static Finding lock(Path data) throws IOException {
        if (RunFile.of(data).isPresent()) {
            return Finding.ok(CHECK, "doctor.data.running", data);
        }
        if (DataDirectory.isHalfRestored(data)) {
            return Finding.failed(CHECK, "failure.halfRestored", data);
        }
        return DataDirectory.isLocked(data)
                ? Finding.failed(CHECK, "doctor.data.locked", data)
                : Finding.ok(CHECK, "doctor.data", data);
    }

    private static List<Finding> rights(List<Path> folders) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Path folder : folders) {
            if (!Files.exists(folder) || !Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                continue;
            }
            Set<PosixFilePermission> others = EnumSet.copyOf(OF_OTHERS);
            others.retainAll(Files.getPosixFilePermissions(folder));
            String owner = Files.getOwner(folder).getName();
            String account = System.getProperty("user.name", "");
            if (!owner.equals(account)) {
                findings.add(Finding.warning("rights", "doctor.rights.owner", folder, owner, account));
            }
            findings.add(
                    others.isEmpty()
                            ? Finding.ok("rights", "doctor.rights", folder)
                            : Finding.failed("rights", "doctor.rights.open", folder));
        }
        return findings;
    }
}
