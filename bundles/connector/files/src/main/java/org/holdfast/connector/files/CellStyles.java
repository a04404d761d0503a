package org.holdfast.connector.files;

import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a date or time (ECMA-376 part 1, sections 18.8.30 and 18.8.31). */
final class CellStyles {
    private static final int MOST_FORMATS = 65_536;

    private final BitSet dateStyles;

    private CellStyles(BitSet dateStyles) {
        this.dateStyles = dateStyles;
    }

    static CellStyles none() {
        return new CellStyles(new BitSet());
    }

    static CellStyles read(InputStream content) throws XMLStreamException {
        XMLStreamReader xml = PlainXml.open(content);
        Map<String, String> formats = new HashMap<>();
        while (PlainXml.nextStart(xml) && !xml.getLocalName().equals("cellXfs")) {
            if (xml.getLocalName().equals("numFmt") && formats.size() < MOST_FORMATS) {
                formats.put(PlainXml.attribute(xml, "numFmtId"), PlainXml.attribute(xml, "formatCode"));
            }
        }
        BitSet dates = new BitSet();
        int style = 0;
        while (PlainXml.nextStart(xml) && style < MOST_FORMATS) {
            if (xml.getLocalName().equals("xf")) {
                dates.set(style++, isDate(PlainXml.attribute(xml, "numFmtId"), formats));
            }
        }
        return new CellStyles(dates);
    }

    boolean isDate(String style) {
        return style.length() <= 6
                && style.chars().allMatch(c -> c >= '0' && c <= '9')
                && !style.isEmpty()
                && dateStyles.get(Integer.parseInt(style));
    }

    private static boolean isDate(String id, Map<String, String> formats) {
        String code = formats.get(id);
        return code == null ? isBuiltInDate(id) : isDateFormat(code);
    }

    private static boolean isBuiltInDate(String id) {
        if (!id.matches("\\d{1,3}")) {
            return false;
        }
        int number = Integer.parseInt(id);
        return within(number, 14, 22) || within(number, 27, 36) || within(number, 45, 47) || within(number, 50, 58);
    }

    private static boolean within(int number, int first, int last) {
        return number >= first && number <= last;
    }

    /** A format with a letter for year, month, day, hour or second outside quotes, escapes and brackets. */
    static boolean isDateFormat(String code) {
        char closing = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = Character.toLowerCase(code.charAt(i));
            if (closing != 0) {
                closing = c == closing ? 0 : closing;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if (c == '"') {
                closing = '"';
            } else if (c == '[') {
                closing = ']';
            } else if ("ymdhs".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
