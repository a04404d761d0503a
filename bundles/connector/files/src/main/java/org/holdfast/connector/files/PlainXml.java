package org.holdfast.connector.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Opens the XML that spreadsheet programs write, and no other: UTF-8, without document types, entities, comments and
 * CDATA, and with nothing endless: neither between two tags, nor in how deep they nest, nor in how many names they have.
 */
final class PlainXml {
    private PlainXml() {}

    static XMLStreamReader open(InputStream content) throws XMLStreamException {
        // The parser of the JDK itself, whatever else is on the thread's class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return new NameWatch(factory.createXMLStreamReader(new TagWatch(content), "UTF-8"));
    }

    /** Goes to the next start of an element. */
    static boolean nextStart(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Reads the text up to the end of the current element, and keeps as much of it as is asked for. */
    static String text(XMLStreamReader xml, int most) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.hasText() && text.length() < most) {
                int length = Math.min(xml.getTextLength(), most - text.length());
                text.append(xml.getTextCharacters(), xml.getTextStart(), length);
            }
        }
        return text.toString();
    }

    /** The value of an attribute, empty where there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Watches the tags for what the parser keeps to its end: every open element, and every name it has met. */
    private static final class NameWatch extends StreamReaderDelegate {
        private static final int DEEPEST = 256;
        private static final int MOST_NAMES = 10_000;

        private final Set<String> names = new HashSet<>();
        private int depth;

        NameWatch(XMLStreamReader xml) {
            super(xml);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                addNames();
                if (depth > DEEPEST || names.size() > MOST_NAMES) {
                    throw new XMLStreamException("tags that no spreadsheet program writes");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            return event;
        }

        private void addNames() {
            names.add(getLocalName());
            for (int i = 0; i < getAttributeCount(); i++) {
                names.add(getAttributeLocalName(i));
            }
            for (int i = 0; i < getNamespaceCount(); i++) {
                names.add(getNamespacePrefix(i));
                names.add(getNamespaceURI(i));
            }
        }
    }

    /** Watches the bytes for what the parser would have to hold in memory or should never see. */
    private static final class TagWatch extends FilterInputStream {
        private static final int MOST_BYTES_BETWEEN_TAGS = 16 << 20;

        private int sinceTag;
        private boolean tagged;
        private boolean declared;

        TagWatch(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            for (int i = offset; i < offset + read; i++) {
                watch(bytes[i]);
            }
            return read;
        }

        private void watch(byte b) throws IOException {
            if (b == '<') {
                sinceTag = 0;
                tagged = true;
                return;
            }
            boolean afterTag = tagged && sinceTag == 0;
            if (afterTag && (b == '!' || (b == '?' && declared))) {
                throw new ZipException("markup that no spreadsheet program writes");
            }
            declared |= afterTag;
            sinceTag++;
            if (sinceTag > MOST_BYTES_BETWEEN_TAGS) {
                throw new LimitedInput.TooLargeException();
            }
        }
    }
}
