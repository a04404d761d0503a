package org.holdfast.core.offboarding.flows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.api.HoldfastException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the flows that were shipped and those in {@code config/flows} of the data directory: files there are the
 * group's, files in a folder named as a subsidiary's code are that subsidiary's. A file that may not run is named in the
 * log with its reasons and left alone.
 */
final class FlowFiles {
    private static final Logger LOG = LoggerFactory.getLogger(FlowFiles.class);
    private static final List<String> SHIPPED = List.of("node-approval.bpmn", "parallel.bpmn");
    private static final String SUFFIX = ".bpmn";

    private final Flows flows;
    private final Path folder;

    /**
     * Creates it.
     *
     * @param flows where they go
     * @param folder the folder
     */
    FlowFiles(Flows flows, Path folder) {
        this.flows = flows;
        this.folder = folder;
    }

    void take() {
        SHIPPED.forEach(name -> take(FlowVersion.GROUP, name, () -> shipped(name)));
        if (!Files.isDirectory(folder)) {
            return;
        }
        files(folder, FlowVersion.GROUP);
        for (Path one : list(folder)) {
            if (Files.isDirectory(one)) {
                Optional<UUID> subsidiary = flows.subsidiary(one.getFileName().toString());
                subsidiary.ifPresentOrElse(
                        id -> files(one, id),
                        () -> LOG.warn("{} is named as no subsidiary's code: its flows are left alone", one));
            }
        }
    }

    private void files(Path from, UUID owner) {
        for (Path file : list(from)) {
            if (file.toString().endsWith(SUFFIX) && Files.isRegularFile(file)) {
                take(owner, file.toString(), () -> read(file));
            }
        }
    }

    /** Where the bytes of a flow come from. */
    private interface Source {
        byte[] read() throws IOException;
    }

    private void take(UUID owner, String name, Source source) {
        try {
            flows.take(owner, source.read());
        } catch (FlowRefusal e) {
            LOG.warn("The flow {} may not run: {}", name, e.findings());
        } catch (IOException e) {
            LOG.warn("The flow {} cannot be read", name, e);
        } catch (HoldfastException e) {
            LOG.warn("The flow {} cannot be kept; tried again at the next start", name, e);
        }
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream in = FlowFiles.class.getResourceAsStream("/config/flows/" + name)) {
            if (in == null) {
                throw new IOException("It is not in the application");
            }
            return in.readAllBytes();
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(XmlTree.BYTES + 1);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be read", folder, e);
            return List.of();
        }
    }
}
