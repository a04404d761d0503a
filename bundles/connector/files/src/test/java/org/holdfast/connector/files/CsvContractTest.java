package org.holdfast.connector.files;

import java.util.List;
import org.holdfast.api.connector.TableFormat;
import org.holdfast.connector.files.fixture.TableFiles;
import org.holdfast.testkit.connector.TableFormatContract;

class CsvContractTest extends TableFormatContract {
    @Override
    protected TableFormat newFormat() {
        return new FilesTableFormat();
    }

    @Override
    protected String fileName() {
        return "employees.csv";
    }

    @Override
    protected byte[] write(List<List<String>> rows) {
        return TableFiles.csv(rows);
    }
}
