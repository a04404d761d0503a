package org.holdfast.core.notification;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Texts;

/** Words letters in the reader's language: how many of which kind in which subsidiary, and where to look. */
final class LetterWriter {
    private final Texts texts;
    private final People people;
    private final URI console;

    LetterWriter(Texts texts, People people, URI console) {
        this.texts = texts;
        this.people = people;
        this.console = console;
    }

    /** What is counted. */
    private record Line(String kind, UUID subsidiaryId) {}

    Letter reminder(UUID id, Recipient reader, String address, List<Notification> notices) {
        String language = texts.negotiate(reader.language());
        Map<Line, Integer> counts = new LinkedHashMap<>();
        for (Notification one : notices) {
            counts.merge(new Line(one.notice().kind(), one.notice().subsidiaryId()), 1, Integer::sum);
        }
        StringBuilder body = new StringBuilder(texts.text(language, "notification.mail.opening")).append("\n\n");
        counts.forEach((line, count) -> body.append("- ")
                .append(texts.text(language, "notification." + line.kind() + ".mail", count, firm(line.subsidiaryId())))
                .append('\n'));
        body.append('\n').append(texts.text(language, "notification.mail.closing", console));
        boolean urgent = notices.stream().anyMatch(Notification::urgent);
        String subject = texts.text(
                language, urgent ? "notification.mail.subject.urgent" : "notification.mail.subject", notices.size());
        return new Letter(id, address, language, subject, body.append('\n').toString());
    }

    Letter test(UUID id, String wanted, String address) {
        String language = texts.negotiate(wanted);
        return new Letter(
                id,
                address,
                language,
                texts.text(language, "notification.mail.test.subject"),
                texts.text(language, "notification.mail.test", console) + "\n");
    }

    private String firm(UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId).map(Subsidiary::name).orElse("");
    }
}
