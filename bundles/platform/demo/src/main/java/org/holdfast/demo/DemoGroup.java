package org.holdfast.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Generates the demo group: three large companies with planted truth and four small ones that have just joined.
 *
 * <p>What it writes depends on the plan alone. One crew of about a dozen people is in memory at a time.
 */
public final class DemoGroup {

    private DemoGroup() {}

    /**
     * Writes the import files of the contract and the planted truth; files of the same name are replaced.
     *
     * @param plan what to generate
     * @param directory where the files go; made where it does not exist
     * @return the files written, in the order in which they are to be imported
     * @throws IOException if the directory cannot be written to
     */
    public static List<WrittenFile> write(DemoPlan plan, Path directory) throws IOException {
        DemoCalendar calendar = new DemoCalendar(plan.endDay(), plan.months());
        try (DemoFiles files = new DemoFiles(directory, plan.compressed())) {
            MarketRows market = new MarketRows(calendar);
            int left = plan.people();
            int companies = SubsidiaryProfile.LARGE.size();
            for (SubsidiaryProfile profile : SubsidiaryProfile.LARGE) {
                int people = left / companies--;
                left -= people;
                files.write(DemoFile.SUBSIDIARIES, subsidiary(profile.code(), profile.name(), profile.industry()));
                market.add(profile);
                new SubsidiaryStream(plan, calendar, profile, files).write(people);
            }
            new Newcomers(plan, calendar, market).write(files);
            files.write(DemoFile.MARKET_PAY, market.rows());
            return files.written();
        }
    }

    static RowText subsidiary(String code, String name, String industry) {
        RowText row = new RowText();
        row.raw(code)
                .add(name)
                .raw("CN")
                .raw(industry)
                .raw("Asia/Shanghai")
                .raw("zh")
                .raw("1");
        row.end();
        return row;
    }
}
