package org.holdfast.connector.files;

import java.io.IOException;
import java.util.List;
import org.holdfast.api.connector.TableFormat;
import org.holdfast.connector.files.fixture.TableFiles;
import org.holdfast.testkit.connector.TableFormatContract;

class GzipContractTest extends TableFormatContract {
    @Override
    protected TableFormat newFormat() {
        return new FilesTableFormat();
    }

    @Override
    protected String fileName() {
        return "employees.csv.gz";
    }

    @Override
    protected byte[] write(List<List<String>> rows) throws IOException {
        return TableFiles.gzip(TableFiles.csv(rows));
    }
}
