package org.holdfast.core.offboarding.flows;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * The flows there are: takes in files that pass every check, publishes versions, and knows which flow a subsidiary uses.
 * Safe for use from many threads.
 */
final class Flows {
    /** The flow of whoever has chosen none. */
    static final String FIRST = "node-approval";

    /** What no flow leaves out where the group has said nothing else. */
    private static final Set<FlowStep> MANDATORY = Set.of(
            FlowStep.DEPARTMENT_APPROVAL,
            FlowStep.HANDOVER,
            FlowStep.ACCOUNTS,
            FlowStep.ASSETS,
            FlowStep.SETTLEMENT,
            FlowStep.CERTIFICATE,
            FlowStep.FILE_TRANSFER);

    private final FlowTable table;
    private final Function<String, Optional<UUID>> subsidiaries;
    private final Clock clock;
    private final Map<UUID, FlowGraph> graphs = new ConcurrentHashMap<>();

    /**
     * Creates it.
     *
     * @param table where they are kept
     * @param subsidiaries finds a subsidiary by its code
     * @param clock the time
     */
    Flows(FlowTable table, Function<String, Optional<UUID>> subsidiaries, Clock clock) {
        this.table = table;
        this.subsidiaries = subsidiaries;
        this.clock = clock;
    }

    FlowTable table() {
        return table;
    }

    /** The version on which a run of a subsidiary starts. */
    FlowVersion used(String subsidiary) {
        UUID id = subsidiaries.apply(subsidiary).orElseThrow(RestException::notFound);
        return used(id);
    }

    FlowVersion used(UUID subsidiary) {
        UUID chosen = table.uses().get(subsidiary);
        Optional<FlowVersion> found =
                chosen == null ? table.published(FlowVersion.GROUP, FIRST) : table.published(chosen);
        return found.orElseThrow(
                () -> RestException.of(FlowError.FLOW_UNPUBLISHED, "No version of the flow is published yet."));
    }

    /** Finds a subsidiary by its code. */
    Optional<UUID> subsidiary(String code) {
        return subsidiaries.apply(code);
    }

    FlowVersion version(UUID id) {
        return table.version(id).orElseThrow(RestException::notFound);
    }

    byte[] content(FlowVersion version) {
        return table.content(version.id());
    }

    /** The flow of a version; it was checked when it came in and never changes. */
    FlowGraph graph(FlowVersion version) {
        return graphs.computeIfAbsent(version.id(), id -> {
            try {
                return FlowReader.read(table.content(id));
            } catch (FlowRefusal e) {
                throw new IllegalStateException("A flow that was taken in cannot be read", e);
            }
        });
    }

    /** Keeps others from deploying the flow until the transaction ends. */
    void lock(FlowVersion.Flow flow) {
        table.lock(flow);
    }

    /**
     * Reads a file and checks it as a whole.
     *
     * @param file its bytes
     * @return the flow
     * @throws FlowRefusal where it may not run, with every reason
     */
    FlowGraph checked(byte[] file) throws FlowRefusal {
        FlowGraph graph = FlowReader.read(file);
        List<FlowFinding> findings = FlowRules.check(graph, mandatory());
        if (!findings.isEmpty()) {
            throw new FlowRefusal(findings);
        }
        return graph;
    }

    /** Takes in a file as a draft of its owner. */
    FlowVersion upload(UUID owner, byte[] file, @Nullable UUID by) {
        try {
            FlowGraph graph = checked(file);
            return add(owner, graph, file, by, false);
        } catch (FlowRefusal e) {
            throw FlowFinding.refusal(e.findings());
        }
    }

    /** Takes in a file that was shipped or lies in a folder: it is published unless it is known. */
    FlowVersion take(UUID owner, byte[] file) throws FlowRefusal {
        return add(owner, checked(file), file, null, true);
    }

    private FlowVersion add(UUID owner, FlowGraph graph, byte[] file, @Nullable UUID by, boolean published) {
        FlowVersion added = table.add(
                owner, graph.key(), new FlowTable.NewVersion(file.clone(), digest(file), now(), by, published));
        graphs.put(added.id(), graph);
        return added;
    }

    /** Publishes a draft, checked by what the group demands now. */
    FlowVersion publish(FlowVersion version) {
        List<FlowFinding> findings = FlowRules.check(graph(version), mandatory());
        if (!findings.isEmpty()) {
            throw FlowFinding.refusal(findings);
        }
        if (!table.publish(version.id(), now())) {
            throw RestException.of(FlowError.FLOW_PUBLISHED, "This version is published already.");
        }
        return version(version.id());
    }

    /** Lets a subsidiary use a flow of its own or of the group. */
    void use(UUID subsidiary, UUID flow) {
        FlowVersion newest = table.published(flow)
                .orElseThrow(
                        () -> RestException.of(FlowError.FLOW_UNPUBLISHED, "No version of the flow is published yet."));
        if (!newest.flow().ofGroup() && !newest.flow().owner().equals(subsidiary)) {
            throw RestException.notFound();
        }
        List<FlowFinding> findings = FlowRules.check(graph(newest), mandatory());
        if (!findings.isEmpty()) {
            throw FlowFinding.refusal(findings);
        }
        table.use(subsidiary, flow);
    }

    /** The steps no flow may leave out. */
    Set<FlowStep> mandatory() {
        Set<FlowStep> demanded = table.demanded();
        return demanded.isEmpty() ? MANDATORY : demanded;
    }

    /** Changes what the group demands; refused while a flow in use falls short of it. */
    void demand(Set<FlowStep> steps) {
        if (steps.isEmpty() || steps.contains(FlowStep.GENERAL)) {
            throw RestException.invalid("steps", steps.isEmpty() ? "missing" : "flowGeneral");
        }
        List<FlowFinding> findings = inUse().stream()
                .flatMap(version -> FlowRules.check(graph(version), steps).stream()
                        .map(one ->
                                new FlowFinding("flowInUse", version.flow().key() + ": " + one.element(), one.line())))
                .toList();
        if (!findings.isEmpty()) {
            throw FlowFinding.refusal(findings);
        }
        table.demand(EnumSet.copyOf(steps));
    }

    private List<FlowVersion> inUse() {
        List<FlowVersion> found = new java.util.ArrayList<>();
        table.published(FlowVersion.GROUP, FIRST).ifPresent(found::add);
        table.uses().values().stream()
                .distinct()
                .forEach(flow -> table.published(flow).ifPresent(found::add));
        return found;
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
