package org.holdfast.core.knowledge;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.jspecify.annotations.Nullable;

/** Makes the beans of handovers, and removes uploads that nobody goes on with. */
@ApplicationScoped
public class KnowledgeBeans {
    private static final long FIRST_MINUTES = 7;
    private static final long SWEEP_MINUTES = 60;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private volatile @Nullable ScheduledFuture<?> sweeps;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, UploadSweep sweep) {
        sweeps = executor.scheduleWithFixedDelay(sweep, FIRST_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        ScheduledFuture<?> running = sweeps;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Produces
    @Singleton
    ChecklistTable checklistTable(Database database, Vault vault) {
        return new ChecklistTable(database, vault);
    }

    @Produces
    @Singleton
    FileTable handoverFileTable(Database database, Vault vault) {
        return new FileTable(database, vault);
    }

    @Produces
    @Singleton
    Parties handoverParties(ExitCases cases) {
        return new Parties(cases);
    }

    @Produces
    @Singleton
    HandoverDesk.World handoverWorld(CapabilityRegistry registry, People people, Clock clock, SignedMeetings meetings) {
        return new HandoverDesk.World(people, new HandoverTemplates(() -> registry, people), clock, meetings);
    }

    @Produces
    @Singleton
    Handovers handovers(ChecklistTable table, Parties parties, ExitCases cases) {
        return new ListedHandovers(table, parties, cases);
    }

    @Produces
    @Singleton
    HandoverDesk handoverDesk(ChecklistTable table, FileTable files, Parties parties, HandoverDesk.World world) {
        return new HandoverDesk(table, files, parties, world);
    }

    @Produces
    @Singleton
    UploadDesk uploadDesk(ChecklistTable table, FileTable files, Parties parties, Host host, Clock clock) {
        Path data = host.dataDirectory();
        return new UploadDesk(table, files, parties, new Room(host.traffic().uploads(), () -> free(data)), clock);
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of the data directory cannot be asked", e);
        }
    }

    @Produces
    @Singleton
    UploadSweep uploadSweep(UploadDesk desk, CurrentKeyRing keyRing) {
        return new UploadSweep(desk, keyRing::isOpen);
    }

    @Produces
    @Singleton
    HandoverReader handoverReader(ChecklistTable table, FileTable files, ExitCases cases, People people, Texts texts) {
        return new HandoverReader(table, files, cases, people, texts);
    }

    @Produces
    @Singleton
    HandoverFigures handoverFigures(ChecklistTable table) {
        return table::mandatory;
    }

    @Produces
    @Singleton
    StepProof handoverProof(ChecklistTable table) {
        return new HandoverProof(table);
    }

    @Produces
    @Singleton
    PersonTraces knowledgeTraces() {
        return new KnowledgeTraces();
    }

    @Produces
    @Singleton
    PersonRecords knowledgeRecords(ChecklistTable table, FileTable files, Texts texts) {
        return new KnowledgeRecords(table, files, texts);
    }
}
