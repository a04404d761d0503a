package org.holdfast.core.offboarding.cases;

/** What keeps a task from being done: every proof there is of its step. */
final class TaskGuard {
    private final Iterable<StepProof> proofs;

    TaskGuard(Iterable<StepProof> proofs) {
        this.proofs = proofs;
    }

    /**
     * Checks that a task can be done.
     *
     * @throws org.holdfast.core.platform.rest.RestException with status 409 where something is missing
     */
    void check(Offboarding of, OffboardingTask task) {
        for (StepProof proof : proofs) {
            if (proof.step() == task.what().step()) {
                proof.require(of.id());
            }
        }
    }
}
