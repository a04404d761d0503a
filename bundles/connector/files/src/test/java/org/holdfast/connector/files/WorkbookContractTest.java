package org.holdfast.connector.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.holdfast.api.connector.TableFormat;
import org.holdfast.testkit.connector.TableFormatContract;

class WorkbookContractTest extends TableFormatContract {
    @Override
    protected TableFormat newFormat() {
        return new FilesTableFormat();
    }

    @Override
    protected String fileName() {
        return "employees.xlsx";
    }

    @Override
    protected byte[] write(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sheet1");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    sheet.value(r, c, rows.get(r).get(c));
                }
            }
        }
        return bytes.toByteArray();
    }
}
