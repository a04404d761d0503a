package org.holdfast.core.notification;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.channel.ChannelMessage.Content;
import org.holdfast.core.access.Recipients.Recipient;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.Texts;

/** Words letters and messages in the reader's language: how many of which kind in which subsidiary, and where to look. */
final class LetterWriter {
    /** What a channel takes of a text, less the room for the last line. */
    private static final int LONGEST_TEXT = 1900;

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
        StringBuilder body = new StringBuilder(texts.text(language, "notification.mail.opening")).append("\n\n");
        lines(language, notices).forEach(line -> body.append("- ").append(line).append('\n'));
        body.append('\n').append(texts.text(language, "notification.mail.closing", console));
        return new Letter(
                id,
                address,
                language,
                subject(language, notices),
                body.append('\n').toString());
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

    /** Says the same with little room: what does not fit is counted. */
    Content content(String wanted, List<Notification> notices) {
        String language = texts.negotiate(wanted);
        StringBuilder text = new StringBuilder(texts.text(language, "notification.mail.opening"));
        List<String> lines = lines(language, notices);
        int told = 0;
        while (told < lines.size() && text.length() + lines.get(told).length() < LONGEST_TEXT) {
            text.append('\n').append(lines.get(told));
            told++;
        }
        if (told < lines.size()) {
            text.append('\n').append(texts.text(language, "notification.channel.more", lines.size() - told));
        }
        return new Content(language, subject(language, notices), text.toString(), console);
    }

    Content testContent(String wanted) {
        String language = texts.negotiate(wanted);
        return new Content(
                language,
                texts.text(language, "notification.channel.test.subject"),
                texts.text(language, "notification.channel.test"),
                console);
    }

    private List<String> lines(String language, List<Notification> notices) {
        Map<Line, Integer> counts = new LinkedHashMap<>();
        for (Notification one : notices) {
            counts.merge(new Line(one.notice().kind(), one.notice().subsidiaryId()), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> texts.text(
                        language,
                        "notification." + entry.getKey().kind() + ".mail",
                        entry.getValue(),
                        firm(entry.getKey().subsidiaryId())))
                .toList();
    }

    private String subject(String language, List<Notification> notices) {
        boolean urgent = notices.stream().anyMatch(Notification::urgent);
        return texts.text(
                language, urgent ? "notification.mail.subject.urgent" : "notification.mail.subject", notices.size());
    }

    private String firm(UUID subsidiaryId) {
        return people.subsidiary(subsidiaryId).map(Subsidiary::name).orElse("");
    }
}
