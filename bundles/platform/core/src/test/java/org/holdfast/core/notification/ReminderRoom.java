package org.holdfast.core.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.ReminderPreferences;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendars;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.config.MailSettings;
import org.holdfast.launcher.config.MailSettings.QuietHours;
import org.holdfast.launcher.config.MailSettings.Security;
import org.jspecify.annotations.Nullable;

/** One server's room of reminders over a database of a test. */
public final class ReminderRoom implements Recipients {
    public static final String FROM = "holdfast@firm.example";

    final Notifications notifications;
    final Outbox outbox;
    private final List<Officer> officers = new ArrayList<>();
    private final Texts texts = new Texts(FakeRegistry::new);
    private final People people;
    private final SetClock clock;
    private final DeliveryRound deliveries;
    private final Schedule schedule;
    private final ReminderPreferences preferences;
    private final Map<String, String> elsewhere = new HashMap<>();
    private final FixedRegistry registry;
    private Optional<MailRoom> mail = Optional.empty();

    public ReminderRoom(Database database, People people, SetClock clock) {
        this(database, people, clock, new FixedRegistry());
    }

    ReminderRoom(Database database, People people, SetClock clock, FixedRegistry registry) {
        this.registry = registry;
        this.people = people;
        this.clock = clock;
        notifications = new Notifications(database, this, clock);
        outbox = new Outbox(notifications, clock);
        WorkingCalendars calendars = new WorkingCalendars(
                registry,
                id -> people.subsidiary(id)
                        .map(found -> new WorkingCalendars.Place(found.country(), found.timezone())));
        schedule = new Schedule(calendars::of, QuietHours.STANDARD, clock);
        preferences = new ReminderPreferences(database);
        deliveries =
                new DeliveryRound(notifications, outbox, this, new DeliveryRound.Wishes(preferences::of, schedule));
    }

    /** Somebody who is reminded of what happens in a subsidiary. */
    private record Officer(UUID subsidiaryId, @Nullable UUID employeeId, Recipient recipient) {}

    public ReminderRoom officer(UUID account, UUID subsidiaryId, String language, @Nullable String address) {
        officers.add(new Officer(subsidiaryId, null, new Recipient(account, language, address)));
        return this;
    }

    /** The account of an employee, who has no role in this room. */
    public ReminderRoom employee(UUID account, UUID employeeId) {
        officers.add(new Officer(new UUID(0, 0), employeeId, new Recipient(account, "en", null)));
        return this;
    }

    /** Sends by a mail server of this machine from now on. */
    public ReminderRoom by(int port) {
        return by(new MailSettings.Server("127.0.0.1", port, Security.PLAIN), Optional.empty());
    }

    ReminderRoom by(MailSettings.Server server, Optional<Path> authorities) {
        return by(settings(server, authorities, Optional.empty()));
    }

    static MailSettings settings(
            MailSettings.Server server, Optional<Path> authorities, Optional<MailSettings.User> user) {
        return new MailSettings(
                server,
                authorities,
                user,
                FROM,
                URI.create("https://holdfast.firm.example/"),
                new QuietHours(20, 7),
                Duration.ofMillis(700));
    }

    ReminderRoom by(MailSettings settings) {
        try {
            LetterWriter writer = new LetterWriter(texts, people, settings.console());
            mail = Optional.of(new MailRoom(settings, writer, new SmtpPost(settings, clock)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does what comes each minute. */
    public void round(NoticeSource... sources) {
        new Reminders(List.of(sources), notifications, deliveries, carriers()).run(Reminders.ALL);
    }

    /** Reaches an account by a channel from now on. */
    ReminderRoom reach(UUID account, String channel, String address) {
        elsewhere.put(account + channel, address);
        return this;
    }

    private Carriers carriers() {
        LetterWriter writer = new LetterWriter(texts, people, URI.create("https://holdfast.firm.example/"));
        return new Carriers(
                mail,
                new Channels(registry),
                (account, channel) -> Optional.ofNullable(elsewhere.get(account + channel)),
                Optional.of(writer));
    }

    /** The console of an account. */
    public MemoryServer console(UUID account, NoticeSource... sources) {
        Kinds kinds = new Kinds(List.of(sources));
        OpenSight sight = new OpenSight(new UUID(0, 0), Role.DPO, account, Optional.empty());
        return new MemoryServer(
                texts,
                new NotificationsResource(
                        notifications, new Bell(notifications, kinds, preferences::of), people, texts, sight),
                new NotificationPreferencesResource(
                        preferences,
                        kinds,
                        new Reach(this, carriers(), new Channels(registry), schedule, texts),
                        texts,
                        sight),
                new MailResource(outbox, new MailResource.Way(mail), this, sight),
                new ChannelsResource(
                        new ChannelsResource.Desk(new Channels(registry), carriers()), outbox, this, sight, texts));
    }

    /** What stands in an account's console. */
    public Reply bell(UUID account, NoticeSource... sources) {
        return console(account, sources).call("GET", "notifications", "");
    }

    /** How an account's bell stands, as it is told live. */
    BellState state(UUID account, NoticeSource... sources) {
        return new BellStates(
                        notifications.database(),
                        new Kinds(List.of(sources)),
                        () -> preferences.mutedBy(Channels.CONSOLE))
                .of(Set.of(account))
                .getOrDefault(account, BellState.EMPTY);
    }

    @Override
    public List<Recipient> of(Role role, UUID subsidiaryId) {
        return officers.stream()
                .filter(officer -> officer.subsidiaryId().equals(subsidiaryId))
                .map(Officer::recipient)
                .toList();
    }

    @Override
    public List<Recipient> of(Role role, UUID subsidiaryId, UUID personId) {
        return officers.stream()
                .filter(officer -> !personId.equals(officer.employeeId()))
                .filter(officer ->
                        officer.employeeId() == null && officer.subsidiaryId().equals(subsidiaryId))
                .map(Officer::recipient)
                .toList();
    }

    @Override
    public Set<UUID> employees() {
        return officers.stream()
                .flatMap(officer -> Stream.ofNullable(officer.employeeId()))
                .collect(Collectors.toSet());
    }

    @Override
    public List<Recipient> ofEmployee(UUID employeeId) {
        return officers.stream()
                .filter(officer -> employeeId.equals(officer.employeeId()))
                .map(Officer::recipient)
                .toList();
    }

    @Override
    public Optional<Recipient> find(UUID account) {
        return officers.stream()
                .map(Officer::recipient)
                .filter(officer -> officer.account().equals(account))
                .findFirst();
    }
}
