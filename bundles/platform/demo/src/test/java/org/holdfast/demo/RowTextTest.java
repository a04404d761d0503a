package org.holdfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTextTest {

    @Test
    void fieldsWithSeparatorsQuotesOrLineBreaksAreQuoted() {
        RowText row = new RowText();

        row.add("a,b").add("say \"no\"").add("two\nlines").add("plain").end();

        assertThat(row.text().toString()).isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",plain\r\n");
    }

    @Test
    void numbersHaveNoTrailingZeros() {
        RowText row = new RowText();

        row.add(1.5, 2).add(2.0, 2).add(-.05, 2).add(.1234, 4).add(7).skip(2).end();

        assertThat(row.text().toString()).isEqualTo("1.5,2,-0.05,0.1234,7,,\r\n");
        assertThat(row.rows()).isEqualTo(1);
    }
}
