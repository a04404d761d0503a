package org.holdfast.core.protection.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.Objections;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.launcher.bundles.RuleBookDescription;
import org.jspecify.annotations.Nullable;

/** The register of requests over a database of a test, with the rule books as they ship. */
public final class RequestsRoom {
    public final RightsRequests requests;
    /** In which subsidiaries the scoring changed, in this order. */
    public final List<UUID> changed = new ArrayList<>();
    /** Done when the scoring changes somewhere; a test sets it. */
    public Runnable onChange = () -> {};

    private final Map<UUID, RuleBook> books = new ConcurrentHashMap<>();
    /** What the rule books say about automated decisions. */
    public final AutomatedDecisions automated = new AutomatedDecisions(id -> Optional.ofNullable(book(id)));

    private final StandingObjections objections;
    private final Database database;
    private final Clock clock;

    public RequestsRoom(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.clock = clock;
        objections = new StandingObjections(database, automated);
        Deadlines deadlines = new Deadlines(
                id -> Optional.ofNullable(books.get(id))
                        .map(RuleBook::responseTimes)
                        .orElse(List.of()),
                id -> ShippedCalendar.china(),
                clock);
        requests = new RightsRequests(
                new RequestTable(database, vault),
                objections,
                new RightsRequests.Rules(deadlines, automated),
                this::change,
                clock);
    }

    private @Nullable RuleBook book(UUID firm) {
        return books.get(firm);
    }

    private void change(UUID firm) {
        changed.add(firm);
        onChange.run();
    }

    /** Lets a firm follow a rule book that ships. */
    public RequestsRoom follows(UUID firm, String code) {
        Path file = Path.of("..", "..", "protection", code, "src", "main", "resources", "jurisdiction.json");
        try (InputStream in = Files.newInputStream(file)) {
            books.put(firm, RuleBookDescription.read(code + "/jurisdiction.json", in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Returns who has objected. */
    public Objections objections() {
        return objections;
    }

    /** Returns what an erasure does here. */
    public PersonTraces traces() {
        return new RequestTraces(objections, clock);
    }

    /** Returns what a person reads of their requests. */
    public List<Map<String, Object>> records(Subject person) {
        return new RequestRecords(requests)
                .of(person, "en").stream().map(RecordItem::fields).toList();
    }

    AgedRecords aged() {
        return new AgedTable(RetentionRule.Kind.REQUESTS, database, "rights_request", "over_since", day -> day);
    }
}
