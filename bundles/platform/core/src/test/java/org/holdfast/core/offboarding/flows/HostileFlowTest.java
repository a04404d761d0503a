package org.holdfast.core.offboarding.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody uploads as a flow: it is refused with element and line, and nothing of it is ever run. */
class HostileFlowTest {

    static Stream<Arguments> files() {
        String timer = "<bpmn:intermediateCatchEvent id=\"w\"><bpmn:timerEventDefinition><bpmn:timeDuration>";
        String timed = "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
        return Stream.of(
                with(
                        "<bpmn:scriptTask id=\"x\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                        "flowElement scriptTask x"),
                with("<bpmn:serviceTask id=\"x\" flowable:class=\"java.lang.Runtime\"/>", "flowElement serviceTask x"),
                with("<bpmn:serviceTask id=\"x\" flowable:expression=\"1\"/>", "flowElement serviceTask x"),
                with("<bpmn:callActivity id=\"x\" calledElement=\"y\"/>", "flowElement callActivity x"),
                with("<bpmn:subProcess id=\"x\"/>", "flowElement subProcess x"),
                with("<bpmn:sendTask id=\"x\"/>", "flowElement sendTask x"),
                with("<bpmn:intermediateThrowEvent id=\"x\"/>", "flowElement intermediateThrowEvent x"),
                with("<bpmn:dataObject id=\"x\"/>", "flowElement dataObject x"),
                with("<script xmlns=\"http://www.w3.org/1999/xhtml\">1</script>", "flowElement script"),
                with(
                        "<bpmn:extensionElements><flowable:executionListener class=\"x\" event=\"start\"/></bpmn:extensionElements>",
                        "flowElement extensionElements"),
                with(task("flowable:assignee=\"x\""), "flowAttribute userTask x {http://flowable.org/bpmn}assignee"),
                with(
                        task("camunda:formKey=\"x\""),
                        "flowAttribute userTask x {http://camunda.org/schema/1.0/bpmn}formKey"),
                with(task("name=\"${runtimeService}\""), "flowExpression userTask x"),
                with("<bpmn:documentation>#{1+1}</bpmn:documentation>", "flowExpression documentation"),
                with(
                        "<bpmn:sequenceFlow id=\"x\" sourceRef=\"start\" targetRef=\"end\"><bpmn:conditionExpression>${true}</bpmn:conditionExpression></bpmn:sequenceFlow>",
                        "flowElement conditionExpression"),
                with(
                        "<bpmn:userTask id=\"x\" holdfast:step=\"general\" holdfast:office=\"hr\"><bpmn:multiInstanceLoopCharacteristics/></bpmn:userTask>",
                        "flowElement multiInstanceLoopCharacteristics"),
                with(
                        "<bpmn:sequenceFlow id=\"x\" sourceRef=\"start\" targetRef=\"end\" holdfast:outcome=\"a' || true || '\"/>",
                        "flowOutcome sequenceFlow x"),
                with("<bpmn:sequenceFlow id=\"x\" sourceRef=\"start\" targetRef=\"nowhere\"/>", "flowReference x"),
                with("<bpmn:userTask id=\"x\" holdfast:step=\"root\" holdfast:office=\"hr\"/>", "flowStep userTask x"),
                with(
                        "<bpmn:userTask id=\"x\" holdfast:step=\"general\" holdfast:office=\"boss\"/>",
                        "flowOffice userTask x"),
                with(
                        "<bpmn:userTask id=\"start\" holdfast:step=\"general\" holdfast:office=\"hr\"/>",
                        "flowId userTask start"),
                with(
                        "<bpmn:userTask id=\"a b${x}\" holdfast:step=\"general\" holdfast:office=\"hr\"/>",
                        "flowExpression userTask a b${x}"),
                with(task("holdfast:dueHours=\"99999999999\""), "flowDuration userTask x"),
                with(timer + "PT0S" + timed, "flowDuration intermediateCatchEvent w"),
                with(timer + "P900000D" + timed, "flowDuration intermediateCatchEvent w"),
                with(timer + "tomorrow" + timed, "flowDuration intermediateCatchEvent w"),
                with(timer + "R/PT1H" + timed, "flowDuration intermediateCatchEvent w"),
                with(
                        "<bpmn:intermediateCatchEvent id=\"w\"><bpmn:signalEventDefinition/></bpmn:intermediateCatchEvent>",
                        "flowElement signalEventDefinition"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedByNameAndLine(String part, String finding) {
        // Line 9: the process begins on the sixth, and both its events come first.
        assertThat(findings(simple().raw(part).text())).anyMatch(one -> one.equals("9 " + finding));
    }

    @Test
    void readsNoFileAndNoEntity() {
        String secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>";
        String text = simple().text();
        String begin = "encoding=\"UTF-8\"?>\n";

        assertThat(findings(text.replace(begin, begin + secret).replace("name=\"Own\"", "name=\"&e;\"")))
                .containsExactly("2 flowDoctype ");
        assertThat(findings(text.replace(begin, begin + laughs).replace("name=\"Own\"", "name=\"&c;\"")))
                .containsExactly("2 flowDoctype ");
        assertThat(findings(text.replace(begin, begin + "<?xml-stylesheet href=\"x.xsl\"?>")))
                .containsExactly("2 flowInstruction xml-stylesheet");
    }

    @Test
    void endsWithWhatIsTooLarge() {
        String deep = "<bpmn:documentation>".repeat(40) + "</bpmn:documentation>".repeat(40);
        FlowText many = simple();
        for (int i = 0; i < 7000; i++) {
            many.raw("<bpmn:documentation/>");
        }

        assertThat(findings(new byte[10 * 1024 * 1024])).containsExactly("0 flowTooLarge ");
        assertThat(findings(simple().raw(deep).text()))
                .singleElement()
                .asString()
                .contains("flowTooLarge");
        assertThat(findings(many.text())).singleElement().asString().contains("flowTooLarge");
        assertThat(findings(
                        simple().raw(task("name=\"" + "x".repeat(5000) + "\"")).text()))
                .singleElement()
                .asString()
                .contains("flowTooLarge");
    }

    @Test
    void saysWhereAFileBreaks() {
        String text = simple().text();
        byte[] chinese = text.replace("Own", "\u6d41\u7a0b").getBytes(StandardCharsets.UTF_16);

        assertThat(findings(text.substring(0, text.length() / 2)))
                .singleElement()
                .asString()
                .contains("flowXml");
        assertThat(findings(chinese)).singleElement().asString().contains("flowXml");
        assertThat(findings(text.replace("UTF-8", "no-such-encoding")))
                .singleElement()
                .asString()
                .contains("flowXml");
        assertThat(findings("")).singleElement().asString().contains("flowXml");
        assertThat(findings("PK\u0003\u0004")).singleElement().asString().contains("flowXml");
        assertThat(findings("<html/>")).containsExactly("1 flowElement html");
    }

    @Test
    void asksForTheDiagram() {
        assertThat(findings(simple().undrawn().text())).contains("7 flowDiagram start", "8 flowDiagram end");
    }

    @Test
    void takesIdsAndNamesOfAnyScript() throws Exception {
        FlowGraph flow = FlowReader.read(FlowText.flow()
                .task("\u5de5\u4f5c\u4ea4\u63a5", "handover", "employee")
                .way("start", "\u5de5\u4f5c\u4ea4\u63a5", "end")
                .bytes());

        assertThat(flow.byId()).containsKey("\u5de5\u4f5c\u4ea4\u63a5");
    }

    @Test
    void repeatsNothingLong() {
        String long1 = "<bpmn:" + "x".repeat(3000) + "/>";

        assertThat(findings(simple().raw(long1).text())).allMatch(one -> one.length() < 160);
    }

    private static String task(String attribute) {
        return "<bpmn:userTask id=\"x\" holdfast:step=\"general\" holdfast:office=\"hr\" " + attribute + "/>";
    }

    private static Arguments with(String part, String finding) {
        return Arguments.of(part, finding);
    }

    private static FlowText simple() {
        return FlowText.flow();
    }

    private static List<String> findings(String file) {
        return findings(file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> findings(byte[] file) {
        return catchThrowableOfType(FlowRefusal.class, () -> FlowReader.read(file)).findings().stream()
                .map(one -> one.line() + " " + one.code() + ' ' + one.element())
                .toList();
    }
}
