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
 * @param mark what stands across each page, such as that it is a draft; empty for nothing
 */
public record Paper(String language, String title, List<Fact> facts, List<Section> sections, String mark) {

    /** Copies the lists. */
    public Paper {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(mark, "mark");
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /**
     * Creates a paper without a mark.
     *
     * @param language BCP 47 tag of the language it is written in
     * @param title what it is
     * @param facts what stands below the title
     * @param sections its sections, in their order
     */
    public Paper(String language, String title, List<Fact> facts, List<Section> sections) {
        this(language, title, facts, sections, "");
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
     * @param language BCP 47 tag of its language where it is another than the paper's; empty for the paper's
     * @param ownPage whether it begins a page
     */
    public record Section(String heading, List<Block> blocks, String language, boolean ownPage) {

        /** Copies the blocks. */
        public Section {
            Objects.requireNonNull(heading, "heading");
            Objects.requireNonNull(language, "language");
            blocks = List.copyOf(blocks);
        }

        /**
         * Creates a part in the paper's language that follows on what is before it.
         *
         * @param heading its heading
         * @param blocks what it says, in order
         */
        public Section(String heading, List<Block> blocks) {
            this(heading, blocks, "", false);
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
