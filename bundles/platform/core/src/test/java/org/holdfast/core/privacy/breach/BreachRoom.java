package org.holdfast.core.privacy.breach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RuleBook;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.basis.Contacts;
import org.holdfast.core.protection.basis.RuleBooks;
import org.holdfast.core.protection.basis.ShippedBooks;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.host.Host;

/** The register of breaches of two subsidiaries, a Chinese one and one that follows the GDPR, at a clock set by hand. */
final class BreachRoom implements AutoCloseable {
    static final UUID ACCOUNT = new UUID(3, 3);

    final SetClock clock = new SetClock("2026-11-26T08:00:00Z");
    final LocalDatabase database = LocalDatabase.fresh();
    final TestVault vault = new TestVault();
    final Staff staff = new Staff(database, vault);
    final UUID chinese = staff.subsidiary("S1", "Asia/Shanghai");
    final UUID european = staff.subsidiary("S2", "Europe/Berlin");
    final RuleBooks books = ShippedBooks.over(database, clock);
    final Contacts contacts = new Contacts(database, clock);
    final List<AuditEvent> audited = new ArrayList<>();
    final AuditNotes notes = new AuditNotes();
    final Breaches breaches = new Breaches(
            new Breaches.Tables(
                    new BreachTable(database, vault), new BreachSteps(database, vault), new BreachPeople(database)),
            vault,
            id -> books.of(id).flatMap(RuleBook::breaches),
            clock);
    final FoundBreaches found = new FoundBreaches(breaches, staff.people, audited::add);
    private final Path data;
    final AuditLog log;

    BreachRoom(Path data) {
        this.data = data;
        log = AuditLog.open(data.resolve("audit"), "test", clock);
        books.name(european, "gdpr");
    }

    MemoryServer officer(UUID where) {
        OpenSight sight = new OpenSight(where, Role.DPO, ACCOUNT, Optional.empty());
        Host host = new Host(
                null,
                clock,
                data,
                null,
                null,
                null,
                "",
                log,
                null,
                true,
                null,
                SuiteSettings.STANDARD,
                Optional.empty());
        BreachDesk desk = new BreachDesk(breaches, sight);
        Texts texts = new Texts(BreachRoom::bundles);
        BreachDrafts drafts = new BreachDrafts(books, contacts, staff.people, texts);
        return new MemoryServer(
                texts,
                new BreachesResource(breaches, desk, drafts, new Cursors()),
                new BreachPeopleResource(
                        breaches,
                        desk,
                        new AffectedPeople(host, staff.people),
                        new BreachPeopleResource.Readers(staff.people, new Cursors()),
                        notes));
    }

    /** Registers a breach as the officer of a subsidiary. */
    Reply noticed(UUID where, String severity) {
        return officer(where)
                .call(
                        "POST",
                        "privacy/breaches",
                        "{\"subsidiaryIds\":[\"" + where + "\"],\"severity\":\"" + severity
                                + "\",\"categories\":[\"pay\"],\"what\":\"a laptop was stolen\"}");
    }

    Reply tell(UUID where, String id, String body) {
        return officer(where).call("POST", "privacy/breaches/" + id + "/notifications", body);
    }

    Reply show(UUID where, String id) {
        return officer(where).call("GET", "privacy/breaches/" + id, "");
    }

    private static FakeRegistry bundles() {
        FakeRegistry registry = new FakeRegistry();
        for (String code : List.of("pipl", "gdpr")) {
            Map<String, String> files = new HashMap<>();
            for (String language : List.of("en", "zh")) {
                String name = "text/" + code + "_" + language + ".properties";
                Path file = Path.of("..", "..", "protection", code, "src", "main", "resources", name);
                try {
                    files.put(name, Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            registry.install("org.holdfast.protection." + code, "jurisdiction", code, files);
        }
        return registry;
    }

    @Override
    public void close() {
        log.close();
        database.close();
    }
}
