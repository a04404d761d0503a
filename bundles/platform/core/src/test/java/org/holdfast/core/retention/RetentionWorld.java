package org.holdfast.core.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.NoScores;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.features.Reading;
import org.holdfast.core.risk.runs.Capabilities;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.work.WorkSource;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.config.FieldTable;
import org.jspecify.annotations.Nullable;

/** The whole room of retention on an H2 database in memory, with a clock that is set by hand. */
public final class RetentionWorld implements AutoCloseable {
    /** A Monday, eight in the evening in Shanghai. */
    public static final String MONDAY = "2026-11-23T12:00:00Z";

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    public final LocalDatabase database;
    /** How often something was asked of the database or opened by the vault. */
    public final AtomicInteger work = new AtomicInteger();

    public final SetClock clock = new SetClock(MONDAY);
    public final Staff staff;
    public final ScoreTable scores;
    public final CurrentScores current = new CurrentScores(new NoScores());
    final AlertTable table;
    public final Alerts alerts;
    final SettingsTable settings;
    /** Whom the firm does not try to keep any more. */
    public final Set<UUID> decided = new HashSet<>();

    /** Whom a lot keeps from being talked with; nobody, as it ships. */
    public HeldOut heldOut = new Nobody();

    final AlertThreshold threshold;
    final WeeklyAlerts weekly;
    boolean payLawful = true;
    int hrAccounts = 1;
    boolean scoring;
    final DismissalTable dismissals;
    final List<AuditEvent> audited = new ArrayList<>();
    final DismissalWatch watch;
    public final Texts texts;
    boolean jobSiteLawful = true;
    final AlertReader.Words words;
    final AlertReader reader;
    public final PlanTemplates templates;
    public final UUID firm;
    public final Vault vault;

    public RetentionWorld() {
        this(LocalDatabase.fresh());
    }

    /** Begins with an empty database. */
    public RetentionWorld(LocalDatabase database) {
        this.database = database;
        vault = counted(Vault.class, new TestVault(), "open");
        Database asked = counted(Database.class, database, "call");
        staff = new Staff(asked, vault);
        scores = new ScoreTable(asked, vault);
        table = new AlertTable(asked, vault);
        alerts = new Alerts(
                table,
                staff.people,
                new AlertRouting(staff.people, ShippedCalendar.of(staff.people)::of),
                scores,
                clock);
        settings = new SettingsTable(database, clock);
        weekly = new WeeklyAlerts(
                alerts,
                staff.people,
                new ExpectedBenefit(staff.people, (subsidiary, person) -> payLawful),
                new WeeklyAlerts.Around(subsidiary -> hrAccounts, subsidiary -> scoring));
        threshold = new AlertThreshold(
                alerts, settings, current, weekly, new AlertThreshold.Around(decided::contains, new Present()));
        dismissals = new DismissalTable(database, vault);
        watch = new DismissalWatch(alerts, dismissals, staff.people, clock, audited::add);
        FakeRegistry bundles = new FakeRegistry().install("manufacturing", "industry", "manufacturing", words());
        texts = new Texts(() -> bundles);
        FixedRegistry registry = new FixedRegistry().with(Industries.load("manufacturing"));
        SignalGate gate = (subsidiary, person, category, day) -> jobSiteLawful || category != DataCategory.JOB_SITE;
        words = new AlertReader.Words(texts, new Capabilities(() -> registry));
        reader = new AlertReader(alerts, staff.people, words, gate, clock);
        templates = new PlanTemplates(staff.people, reader, words);
        firm = staff.subsidiary("S1", "Asia/Shanghai");
    }

    private <T> T counted(Class<T> type, T counted, String what) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals(what)) {
                work.incrementAndGet();
            }
            try {
                return method.isDefault()
                        ? InvocationHandler.invokeDefault(self, method, given)
                        : method.invoke(counted, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    AlertSweep sweep(BooleanSupplier open) {
        return new AlertSweep(alerts, threshold, watch, open);
    }

    /** Does what the background does each minute; only the first sweep after a stop of a hold-out looks for what is due. */
    public void sweeps() {
        sweep(() -> true).run();
    }

    /** Opens what is due; returns how many alerts that were. */
    public int opensDue() {
        return threshold.catchUp();
    }

    /** How many people wait for an alert as HR is told; none where nobody has to wait. */
    public int waiting() {
        return threshold.waiting(firm).map(AlertThreshold.Waiting::people).orElse(0);
    }

    /** Lets a week have so many alerts for each account of HR. */
    public void perWeek(int number) {
        settings.put(firm, RiskSettings.STANDARD.withAlertsPerWeek(number));
    }

    /** Holds nobody out, as it ships. */
    public static HeldOut nobody() {
        return new Nobody();
    }

    /** Holds nobody out. */
    private static final class Nobody implements HeldOut {
        @Override
        public Predicate<Risen> now() {
            return risen -> false;
        }

        @Override
        public boolean tells(Risen risen) {
            return true;
        }

        @Override
        public boolean stopped() {
            return false;
        }
    }

    /** Whoever holds out at the moment. */
    private final class Present implements HeldOut {
        @Override
        public Predicate<Risen> now() {
            return heldOut.now();
        }

        @Override
        public boolean tells(Risen risen) {
            return heldOut.tells(risen);
        }

        @Override
        public boolean stopped() {
            return heldOut.stopped();
        }
    }

    /** Stores a score and tells of the crossing, as the room of risk does. */
    public Optional<Alert> cross(UUID person, Band before, Band after, Reason... reasons) {
        RiskScore score = score(person, after, reasons);
        threshold.crossed(new BandCrossed(score.subsidiaryId(), person, score.id(), before, after, DAY));
        return alerts.unclosed(person);
    }

    RiskScore score(UUID person, Band band, Reason... reasons) {
        return score(person, band, band == Band.HIGH ? 1.7346 : -1.5, reasons);
    }

    RiskScore score(UUID person, Band band, double margin, Reason... reasons) {
        UUID subsidiary = staff.people.card(person).orElseThrow().subsidiaryId();
        RiskScore score = new RiskScore(
                UUID.randomUUID(),
                subsidiary,
                person,
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC),
                clock.instant(),
                band,
                RiskScore.Why.KNOWN,
                ModelIdentity.NONE,
                0,
                -1.5,
                margin,
                new double[0],
                List.of(reasons),
                RiskScore.DataUse.NONE);
        scores.add(List.of(score));
        return score;
    }

    public static Reason reason(String signal, DataCategory category, double contribution) {
        return new Reason(signal, category, contribution, new Reading(3, 1, 2, 30));
    }

    /** Scores somebody at a moment, as a night does. */
    public void scored(UUID person, Band band, String moment) {
        clock.set(moment);
        current.add(score(person, band));
    }

    static List<Reason> inner() {
        return new ArrayList<>(List.of(
                reason("attendance.leave_days", DataCategory.ATTENDANCE, 0.8),
                reason("performance.rating", DataCategory.PERFORMANCE, 0.6),
                reason("profile.payToMarket", DataCategory.PAY, -0.2)));
    }

    /** What people may need. */
    public Needs needs() {
        return new Needs(staff.people, words);
    }

    /** Alerts from before the product. */
    public PastAlerts past() {
        return new PastAlerts(table, staff.people);
    }

    /** Whether a score that is over the threshold leads to an alert. */
    public boolean opens(UUID person, Band band) {
        return cross(person, Band.LOW, band).isPresent();
    }

    /** What a person is told of the alerts about them. */
    public List<RecordItem> record(UUID person) {
        return new AlertRecords(table).of(Subject.person(firm, person), "en");
    }

    /** An alert as HR opens it. */
    public AlertView shown(Alert alert) {
        return reader.whole(alert, hr(), "en");
    }

    /** How many dismissals after an alert are noticed now. */
    public int dismissals() {
        return watch.look();
    }

    /** Delivers to superiors what is due. */
    public int deliver() {
        return alerts.deliver();
    }

    /** Closes an alert as HR does. */
    public void close(Alert alert) {
        alerts.close(alert, "hr", CloseReason.NO_ACTION, "");
    }

    /** Last day for the talk by the paper of the superior. */
    public @Nullable LocalDate talkBy(UUID alertId, UUID superior) {
        return java.util.Objects.requireNonNull(reader.whole(alerts.find(alertId), manager(superior), "en")
                        .documents())
                .manager()
                .talkBy();
    }

    /** The alerts HR takes on. */
    public WorkSource alertWork() {
        return new AlertWork(alerts, reader, staff.people, clock);
    }

    /** Whether a superior sees an alert. */
    public boolean sees(UUID alertId, UUID superior) {
        return reader.sees(alerts.find(alertId), manager(superior));
    }

    /** Whether HR who is an employee themselves sees an alert. */
    public boolean hrSees(UUID alertId, UUID employee) {
        return reader.sees(alerts.find(alertId), new Sight(Optional.of(employee), Role.SUBSIDIARY_HR, true));
    }

    /** The alerts a superior finds in their list. */
    public List<Alert> listed(UUID superior) {
        return reader.visible(alerts.all(), manager(superior));
    }

    /** What erases alerts. */
    public static PersonTraces traces() {
        return new AlertTraces();
    }

    /** Somebody who sees everybody's scores. */
    public static Visibility hr() {
        return new Sight(Optional.empty(), Role.SUBSIDIARY_HR, true);
    }

    public static Visibility manager(UUID self) {
        return new Sight(Optional.of(self), Role.LINE_MANAGER, false);
    }

    @Override
    public void close() {
        database.close();
    }

    private static Map<String, String> words() {
        Map<String, String> files = new TreeMap<>();
        for (String tag : List.of("en", "zh")) {
            String name = "text/manufacturing_" + tag + ".properties";
            Path file = Path.of("..", "..", "industry", "manufacturing", "src", "main", "resources", name);
            try {
                files.put(name, Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private record Sight(Optional<UUID> self, Role role, boolean scores) implements Visibility {
        /** What the table that ships tells a superior, who is nobody here but the superior. */
        private static final FieldTable TABLE = FieldTable.read(Path.of("none"));

        @Override
        public boolean tells(String field, UUID personId, @Nullable UUID subsidiaryId) {
            return tellsIn(field, subsidiaryId);
        }

        @Override
        public boolean tellsIn(String field, @Nullable UUID subsidiaryId) {
            return TABLE.fields().stream()
                    .anyMatch(line -> line.name().equals(field) && line.words().containsKey(role.code()));
        }

        @Override
        public boolean maySee(UUID subsidiaryId, UUID personId) {
            return self.isEmpty() || !self.get().equals(personId);
        }

        @Override
        public boolean maySeeSubsidiary(UUID subsidiaryId) {
            return true;
        }

        @Override
        public void require(String permission) {
            throw RestException.notFound();
        }

        @Override
        public boolean has(String permission) {
            return scores;
        }

        @Override
        public boolean has(String permission, UUID subsidiaryId, UUID personId) {
            return scores;
        }

        @Override
        public void requirePerson(UUID subsidiaryId, UUID personId) {
            throw RestException.notFound();
        }

        @Override
        public void requireSubsidiary(UUID subsidiaryId) {
            throw RestException.notFound();
        }

        @Override
        public Caller caller() {
            return new Caller("1", "somebody", Set.of(role), Set.of(), self, false, Set.of());
        }
    }
}
