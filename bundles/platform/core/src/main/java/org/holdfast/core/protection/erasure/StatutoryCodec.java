package org.holdfast.core.protection.erasure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;

/** What is kept as bytes: the number of items, of each its fields, of each field its name, what it is, and its value as a text. */
final class StatutoryCodec {
    private static final int TEXT = 0;
    private static final int NUMBER = 1;
    private static final int TRUTH = 2;

    private StatutoryCodec() {}

    static byte[] encode(List<Map<String, Object>> items) {
        ByteSink out = new ByteSink(256);
        out.unsigned(items.size());
        for (Map<String, Object> item : items) {
            out.unsigned(item.size());
            item.forEach((name, value) -> {
                out.text(name);
                out.single(value instanceof Number ? NUMBER : value instanceof Boolean ? TRUTH : TEXT);
                out.text(value.toString());
            });
        }
        return out.toBytes();
    }

    static List<Map<String, Object>> decode(byte[] plain) {
        ByteSource in = new ByteSource(plain);
        List<Map<String, Object>> items = new ArrayList<>();
        for (long left = in.unsigned(); left > 0; left--) {
            Map<String, Object> item = new LinkedHashMap<>();
            for (long fields = in.unsigned(); fields > 0; fields--) {
                String name = in.text();
                int kind = in.single();
                String text = in.text();
                item.put(
                        name,
                        switch (kind) {
                            case NUMBER -> new BigDecimal(text);
                            case TRUTH -> Boolean.valueOf(text);
                            default -> text;
                        });
            }
            items.add(item);
        }
        return items;
    }
}
