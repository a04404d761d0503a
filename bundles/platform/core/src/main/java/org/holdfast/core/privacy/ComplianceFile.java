package org.holdfast.core.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.privacy.breach.BreachSummaries;
import org.holdfast.core.protection.rights.RightsRequest;
import org.holdfast.core.protection.rights.RightsRequests;
import org.holdfast.launcher.audit.AuditEntry;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditQuery;
import org.holdfast.launcher.audit.AuditSearch;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.BundleReport;
import org.jspecify.annotations.Nullable;

/** Puts together what a compliance audit asks for (PIPL Art. 54). Requests and breaches appear without names and words. */
@Dependent
final class ComplianceFile {
    private static final int LAST_NIGHTS = 400;

    private final ComplianceViews views;
    private final RightsRequests requests;
    private final BreachSummaries breaches;
    private final Host host;

    @Inject
    ComplianceFile(ComplianceViews views, RightsRequests requests, BreachSummaries breaches, Host host) {
        this.views = views;
        this.requests = requests;
        this.breaches = breaches;
        this.host = host;
    }

    /**
     * A subsidiary.
     *
     * @param id its id
     * @param code its code
     * @param name its name
     * @param country its country
     * @param sandbox whether its people are generated
     */
    public record FirmView(UUID id, String code, String name, String country, boolean sandbox) {}

    /**
     * A bundle.
     *
     * @param name its identity
     * @param version its version
     * @param state what it is doing
     * @param signed whether its signature was verified
     * @param provides its capabilities, kind and code
     */
    public record BundleLine(String name, String version, String state, boolean signed, List<String> provides) {

        /** Copies the capabilities. */
        public BundleLine {
            provides = List.copyOf(provides);
        }
    }

    /**
     * A request of somebody, without who it was.
     *
     * @param kind what for
     * @param state how far it has come
     * @param bySelf whether the person filed it
     * @param receivedOn when it came
     * @param dueOn last day on which it is answered in time
     * @param answeredOn when it was answered, null where it was not
     */
    public record RequestLine(
            String kind,
            String state,
            boolean bySelf,
            LocalDate receivedOn,
            LocalDate dueOn,
            @Nullable LocalDate answeredOn) {}

    /**
     * Requests of a subsidiary.
     *
     * @param counts how many, by kind and state
     * @param items each of them, as it came
     */
    public record RequestFile(Map<String, Long> counts, List<RequestLine> items) {

        /** Copies both. */
        public RequestFile {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
            items = List.copyOf(items);
        }
    }

    /**
     * A night in which retention periods ended something.
     *
     * @param at when
     * @param ended how many records, by what they were
     */
    public record NightLine(Instant at, Map<String, String> ended) {

        /** Copies the counts. */
        public NightLine {
            ended = Collections.unmodifiableMap(new TreeMap<>(ended));
        }
    }

    /**
     * How long records are kept, and what ended.
     *
     * @param schedule what ends next
     * @param nights the last nights in which something ended, newest first
     */
    public record RetentionFile(RetentionResource.Periods schedule, List<NightLine> nights) {

        /** Copies the nights. */
        public RetentionFile {
            nights = List.copyOf(nights);
        }
    }

    /** Returns the documents by name. */
    Map<String, byte[]> documents(List<Subsidiary> firms, String language) {
        Map<String, byte[]> documents = new TreeMap<>();
        documents.put("compliance-matrix.md", matrix());
        documents.put("bundles.json", json(bundles()));
        documents.put(
                "subsidiaries.json",
                json(firms.stream()
                        .map(firm -> new FirmView(firm.id(), firm.code(), firm.name(), firm.country(), firm.sandbox()))
                        .toList()));
        for (Subsidiary firm : firms) {
            views.of(firm.id(), language).forEach((name, view) -> documents.put(firm.id() + "/" + name, json(view)));
            RetentionFile retention = new RetentionFile(views.retention(firm.id()), nights(firm.id()));
            documents.put(firm.id() + "/retention.json", json(retention));
            documents.put(firm.id() + "/requests.json", json(requests(firm.id())));
            documents.put(firm.id() + "/breaches.json", json(breaches.of(firm.id())));
        }
        return documents;
    }

    private List<BundleLine> bundles() {
        return host.registry().bundles().stream()
                .map(ComplianceFile::line)
                .sorted(Comparator.comparing(BundleLine::name))
                .toList();
    }

    private static BundleLine line(BundleReport bundle) {
        return new BundleLine(
                bundle.symbolicName(),
                bundle.version(),
                Words.of(bundle.state()),
                bundle.signed(),
                bundle.provides().stream()
                        .map(one -> one.capability() + ":" + one.code())
                        .sorted()
                        .toList());
    }

    private RequestFile requests(UUID subsidiaryId) {
        List<RequestLine> lines = new ArrayList<>();
        Map<String, Long> counts = new TreeMap<>();
        Stream.concat(requests.pending().stream(), requests.settledOnes().stream())
                .filter(request -> request.person().subsidiaryId().equals(subsidiaryId))
                .forEach(request -> {
                    RequestLine line = line(request);
                    lines.add(line);
                    counts.merge(line.kind() + " " + line.state(), 1L, Long::sum);
                });
        lines.sort(Comparator.comparing(RequestLine::receivedOn));
        return new RequestFile(counts, lines);
    }

    private RequestLine line(RightsRequest request) {
        return new RequestLine(
                request.kind().code(),
                request.state().code(),
                request.origin().bySelf(),
                request.days().receivedOn(),
                request.days().dueOn(),
                requests.settledOn(request).orElse(null));
    }

    private List<NightLine> nights(UUID subsidiaryId) {
        AuditQuery query =
                new AuditQuery("", "", new AuditQuery.What("retention.applied", null, ""), AuditQuery.Period.EVER);
        List<AuditEntry> last =
                new AuditSearch(AuditFolder.of(host.dataDirectory())).latest(query, Long.MAX_VALUE, LAST_NIGHTS);
        return last.stream()
                .filter(entry ->
                        subsidiaryId.toString().equals(entry.event().about().subsidiaryId()))
                .map(entry -> new NightLine(entry.at(), entry.event().details()))
                .toList();
    }

    /** The page that the build compares with the tests. */
    private static byte[] matrix() {
        try (InputStream page = ComplianceFile.class.getResourceAsStream("/compliance/compliance-matrix.md")) {
            return Objects.requireNonNull(page, "the compliance matrix is part of the program")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] json(Object view) {
        try {
            return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the API answers can be written", e);
        }
    }
}
