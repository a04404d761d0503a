package org.holdfast.core.privacy.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Officers are warned at the hours of the rule book, each time once, and when the time is over. */
class BreachRemindersTest {
    @TempDir
    Path data;

    private BreachRoom room;
    private NoticeSource reminders;

    @BeforeEach
    void begin() {
        room = new BreachRoom(data);
        reminders = new BreachReminders(room.breaches);
    }

    @AfterEach
    void end() {
        room.close();
    }

    private List<String> kindsAt(String moment) {
        room.clock.set(moment);
        return reminders.standing().stream().map(notice -> notice.kind().code()).toList();
    }

    @Test
    @Tag("O25")
    void theClockWarnsAtItsHoursAndSaysThatItIsOver() {
        List<Integer> hours = room.breaches.rules(room.european).warnAtHours();
        assertThat(room.noticed(room.european, "high").status()).isEqualTo(200);
        assertThat(reminders.standing()).isEmpty();

        room.clock.set(after(hours.get(0)));
        List<Notice> first = reminders.standing();
        room.clock.set(after(hours.get(1)));
        List<Notice> second = reminders.standing();

        assertThat(first).hasSize(1).allMatch(notice -> notice.kind().urgent());
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(kindsAt("2026-12-26T08:00:00Z")).containsExactly("breachOverdue");
    }

    private static String after(int hours) {
        return Instant.parse("2026-11-26T08:00:00Z")
                .plus(Duration.ofHours(hours))
                .toString();
    }
}
