package org.holdfast.core.offboarding.papers;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand in braces in the words of a paper. The list is closed: it holds what the register knows. */
enum TemplateField {
    FIRM("firm"),
    CREDIT_CODE("creditCode"),
    ADDRESS("address"),
    SIGNATORY("signatory"),
    NAME("name"),
    EMPLOYEE_NO("employeeNo"),
    POST("post"),
    HIRED("hired"),
    CONTRACT("contract"),
    LAST_DAY("lastDay"),
    SERVICE("service"),
    NUMBER("number"),
    ISSUED_ON("issuedOn");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

    private final String code;

    TemplateField(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    /** What is wrong with a text: a code of a message, and what fills it. */
    record Fault(String code, String given) {}

    /** Finds what is wrong with a text. */
    static Optional<Fault> fault(String text) {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (ofCode(places.group(1)).isEmpty()) {
                return Optional.of(new Fault("templateField", "{" + places.group(1) + "}"));
            }
        }
        String rest = places.replaceAll("");
        return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0
                ? Optional.of(new Fault("templateBrace", rest.indexOf('{') >= 0 ? "{" : "}"))
                : Optional.empty();
    }

    /** Puts values into their places. A value is never read for places itself. */
    static String fill(String text, Map<TemplateField, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(ofCode(place.group(1))
                        .map(field -> values.getOrDefault(field, ""))
                        .orElse("")));
    }

    private static Optional<TemplateField> ofCode(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }
}
