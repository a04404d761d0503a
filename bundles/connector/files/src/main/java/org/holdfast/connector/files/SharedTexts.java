package org.holdfast.connector.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook, which its cells name by number. */
final class SharedTexts {
    private static final int MOST_TEXTS = 2_000_000;
    private static final long MOST_CHARACTERS = 32L << 20;

    private final List<String> texts = new ArrayList<>();

    private SharedTexts() {}

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(InputStream content, int mostCharacters) throws XMLStreamException, IOException {
        XMLStreamReader xml = PlainXml.open(content);
        SharedTexts shared = new SharedTexts();
        long characters = 0;
        while (PlainXml.nextStart(xml)) {
            if (xml.getLocalName().equals("si")) {
                String text = richText(xml, mostCharacters + 1);
                shared.texts.add(text);
                characters += text.length();
                if (characters > MOST_CHARACTERS || shared.texts.size() > MOST_TEXTS) {
                    throw new LimitedInput.TooLargeException();
                }
            }
        }
        return shared;
    }

    /** Joins the runs of a formatted text; the reading aids (furigana) beside them are left out. */
    static String richText(XMLStreamReader xml, int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "t" -> text.append(PlainXml.text(xml, most - text.length()));
                    case "rPh" -> PlainXml.text(xml, 0);
                    default -> depth++;
                }
            }
        }
        return text.toString();
    }

    Optional<String> get(String number) {
        if (!number.matches("\\d{1,7}")) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number);
        return index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
    }
}
