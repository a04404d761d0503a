package org.holdfast.launcher.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.HttpsSettings;
import org.holdfast.launcher.https.CertificateReview;
import org.holdfast.launcher.https.Https;
import org.holdfast.launcher.start.StartFailure;

/** The certificate of HTTPS as it lies in its files now: what a start or a renewal would take. */
final class CertificateCheck implements Check {
    private static final String CHECK = "https";

    private final Clock clock;

    CertificateCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Configuration configuration) {
        try {
            Optional<HttpsSettings> settings = HttpsSettings.of(configuration);
            return settings.isEmpty()
                    ? List.of(Finding.ok(CHECK, "doctor.https.off"))
                    : look(Https.read(settings.get(), clock));
        } catch (StartFailure e) {
            return List.of(new Finding(CHECK, Finding.Status.FAILED, e.sentence()));
        }
    }

    private static List<Finding> look(Https https) {
        List<Finding> findings = new ArrayList<>();
        CertificateReview review = https.review();
        for (CertificateReview.Remark remark : review.remarks()) {
            Finding.Status status = remark.refused() ? Finding.Status.FAILED : Finding.Status.WARNING;
            findings.add(new Finding(CHECK, status, remark.text()));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(CHECK, "doctor.https", String.join(", ", review.hosts()), review.ends()));
        }
        return findings;
    }
}
