package org.holdfast.core.offboarding.flows;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that a stranger may have written: no document type, so no entity of its own and nothing from elsewhere; no
 * instruction to whoever opens it; no more elements, depth or text than a flow can need.
 */
final class XmlTree {
    /** The largest file. */
    static final int BYTES = 1024 * 1024;

    private static final int ELEMENTS = 6000;
    private static final int DEPTH = 16;
    private static final int ATTRIBUTES = 24;
    private static final int TEXT = 4000;

    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;
    private @Nullable XmlElement root;

    private XmlTree() {}

    private static final class Open {
        private final QName name;
        private final Map<QName, String> attributes;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final int line;

        Open(QName name, Map<QName, String> attributes, int line) {
            this.name = name;
            this.attributes = attributes;
            this.line = line;
        }

        XmlElement closed() {
            return new XmlElement(
                    name,
                    Map.copyOf(attributes),
                    List.copyOf(children),
                    text.toString().strip(),
                    line);
        }
    }

    static XmlElement read(byte[] file) throws FlowRefusal {
        if (file.length > BYTES) {
            throw new FlowRefusal("flowTooLarge", "", 0);
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            return new XmlTree().all(reader);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw new FlowRefusal("flowXml", "", line);
        }
    }

    private XmlElement all(XMLStreamReader reader) throws XMLStreamException, FlowRefusal {
        while (reader.hasNext()) {
            int event = reader.next();
            int line = reader.getLocation().getLineNumber();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FlowRefusal("flowDoctype", "", line);
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw new FlowRefusal("flowInstruction", reader.getPITarget(), line);
                case XMLStreamConstants.START_ELEMENT -> begin(reader, line);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader, line);
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {
                    // Comments and white space say nothing.
                }
            }
        }
        XmlElement found = root;
        if (found == null) {
            throw new FlowRefusal("flowXml", "", 0);
        }
        return found;
    }

    private void begin(XMLStreamReader reader, int line) throws FlowRefusal {
        elements++;
        if (elements > ELEMENTS || open.size() >= DEPTH || reader.getAttributeCount() > ATTRIBUTES) {
            throw new FlowRefusal("flowTooLarge", reader.getLocalName(), line);
        }
        Map<QName, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeValue(i).length() > TEXT) {
                throw new FlowRefusal("flowTooLarge", reader.getAttributeLocalName(i), line);
            }
            QName name = reader.getAttributeName(i);
            attributes.put(new QName(name.getNamespaceURI(), name.getLocalPart()), reader.getAttributeValue(i));
        }
        open.push(new Open(reader.getName(), attributes, line));
    }

    private void text(XMLStreamReader reader, int line) throws FlowRefusal {
        Open current = open.peek();
        if (current == null) {
            return;
        }
        current.text.append(reader.getText());
        if (current.text.length() > TEXT && !current.text.toString().isBlank()) {
            throw new FlowRefusal("flowTooLarge", current.name.getLocalPart(), line);
        }
    }

    private void end() {
        XmlElement closed = open.pop().closed();
        Open around = open.peek();
        if (around == null) {
            root = closed;
        } else {
            around.children.add(closed);
        }
    }
}
