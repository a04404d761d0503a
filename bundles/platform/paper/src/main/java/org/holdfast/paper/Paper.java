package org.holdfast.paper;

import java.util.List;
import java.util.Objects;

/**
 * A document for people to read, print and keep.
 *
 * @param language BCP 47 tag of the language it is written in, for readers that speak it aloud and for breaking lines
 * @param title what it is, at its head and in the properties of the file
 * @param facts what stands below the title: when it was made, about what
 * @param sections its sections, in their order
 */
public record Paper(String language, String title, List<Fact> facts, List<Section> sections) {

    /** Copies the lists. */
    public Paper {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /**
     * A name with its value.
     *
     * @param name the name
     * @param value the value; its line breaks are kept
     */
    public record Fact(String name, String value) {

        /** Checks that both are there. */
        public Fact {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A part under a heading.
     *
     * @param heading its heading
     * @param blocks what it says, in order
     */
    public record Section(String heading, List<Block> blocks) {

        /** Copies the blocks. */
        public Section {
            Objects.requireNonNull(heading, "heading");
            blocks = List.copyOf(blocks);
        }
    }

    /** What a section is made of. */
    public sealed interface Block permits Text, Facts, Table {}

    /**
     * A paragraph.
     *
     * @param text its words; line breaks are kept
     */
    public record Text(String text) implements Block {

        /** Checks that it is there. */
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Names with values, one per line.
     *
     * @param facts the lines
     */
    public record Facts(List<Fact> facts) implements Block {

        /** Copies the lines. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A table whose head is repeated on each page.
     *
     * @param columns heads of the columns
     * @param rows the rows; each has as many cells as there are columns
     */
    public record Table(List<String> columns, List<List<String>> rows) implements Block {

        /** Copies the rows and checks their width. */
        public Table {
            columns = List.copyOf(columns);
            int width = columns.size();
            rows = rows.stream().map(List::copyOf).toList();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("each row needs " + width + " cells");
            }
        }
    }
}
