package org.holdfast.paper;

import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.holdfast.paper.Paper.Block;
import org.holdfast.paper.Paper.Fact;
import org.holdfast.paper.Paper.Facts;
import org.holdfast.paper.Paper.Section;
import org.holdfast.paper.Paper.Table;
import org.holdfast.paper.Paper.Text;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Puts a paper into elements. Texts become text nodes and never markup, so nothing anybody wrote into the product can add an
 * element.
 */
final class PaperMarkup {
    private final Document document;

    private PaperMarkup(Document document) {
        this.document = document;
    }

    /** Returns the paper as XHTML, formatted by {@code style}. */
    static Document of(Paper paper, String style) {
        PaperMarkup markup = new PaperMarkup(empty());
        Element html = markup.document.createElement("html");
        html.setAttribute("lang", paper.language());
        markup.document.appendChild(html);
        Element head = markup.add(html, "head");
        markup.add(head, "title").setTextContent(Printable.of(paper.title()));
        Element description = markup.add(head, "meta");
        description.setAttribute("name", "description");
        description.setAttribute("content", Printable.of(paper.title()));
        markup.add(head, "style").setTextContent(style);
        Element body = markup.add(html, "body");
        if (!paper.mark().isEmpty()) {
            markup.text(body, "div", paper.mark()).setAttribute("class", "mark");
        }
        markup.text(body, "h1", paper.title());
        markup.facts(body, paper.facts());
        paper.sections().forEach(section -> markup.section(body, section));
        return markup.document;
    }

    private static Document empty() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java cannot make an empty document", e);
        }
    }

    private void section(Element body, Section section) {
        Element part = add(body, "div");
        part.setAttribute("class", section.ownPage() ? "section own-page" : "section");
        if (!section.language().isEmpty()) {
            part.setAttribute("lang", section.language());
        }
        text(part, "h2", section.heading());
        section.blocks().forEach(block -> block(part, block));
    }

    private void block(Element part, Block block) {
        if (block instanceof Text text) {
            text(part, "p", text.text());
        } else if (block instanceof Facts facts) {
            facts(part, facts.facts());
        } else if (block instanceof Table table) {
            table(part, table);
        }
    }

    private void facts(Element parent, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Element table = add(parent, "table");
        table.setAttribute("class", "facts");
        Element rows = add(table, "tbody");
        for (Fact fact : facts) {
            Element row = add(rows, "tr");
            text(row, "th", fact.name()).setAttribute("scope", "row");
            text(row, "td", fact.value());
        }
    }

    private void table(Element parent, Table table) {
        Element grid = add(parent, "table");
        grid.setAttribute("class", "grid");
        Element head = add(add(grid, "thead"), "tr");
        table.columns().forEach(column -> text(head, "th", column).setAttribute("scope", "col"));
        Element rows = add(grid, "tbody");
        for (List<String> cells : table.rows()) {
            Element row = add(rows, "tr");
            cells.forEach(cell -> text(row, "td", cell));
        }
    }

    private Element text(Element parent, String name, String text) {
        Element element = add(parent, name);
        element.setTextContent(Printable.of(text));
        return element;
    }

    private Element add(Element parent, String name) {
        Element element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }
}
