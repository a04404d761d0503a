package org.holdfast.core.offboarding.flows;

import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * An element of a file.
 *
 * @param name its namespace and name
 * @param attributes its attributes
 * @param children elements in it
 * @param text text directly in it, trimmed
 * @param line where it begins
 */
record XmlElement(QName name, Map<QName, String> attributes, List<XmlElement> children, String text, int line) {

    @Nullable
    String attribute(String local) {
        return attributes.get(new QName(local));
    }

    @Nullable
    String attribute(String namespace, String local) {
        return attributes.get(new QName(namespace, local));
    }

    String local() {
        return name.getLocalPart();
    }

    /** What to call it for whoever wrote the file. */
    String said() {
        String id = attribute("id");
        return id == null ? local() : local() + " " + id;
    }
}
