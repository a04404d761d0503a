package org.holdfast.core.offboarding.flows;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.flowable.engine.ProcessEngine;
import org.flowable.task.api.Task;
import org.holdfast.core.offboarding.flows.RunTable.Run;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.RestException;

/**
 * Runs on the engine. Whoever moves a run holds its row until the transaction ends, so a second sees what the first has
 * done; what a move opened and closed is told to the listeners when the engine has written it.
 */
final class EngineRuns implements FlowRuns {
    private final Flows flows;
    private final RunTable runs;
    private final FlowEngine engine;
    private final Consumer<Consumer<FlowListener>> listeners;

    /**
     * Creates it.
     *
     * @param flows the definitions
     * @param runs which offboarding has which run
     * @param engine routes them
     * @param listeners lets each listener be told
     */
    EngineRuns(Flows flows, RunTable runs, FlowEngine engine, Consumer<Consumer<FlowListener>> listeners) {
        this.flows = flows;
        this.runs = runs;
        this.engine = engine;
        this.listeners = listeners;
    }

    @Override
    public StartedRun start(String subsidiary, UUID offboarding) {
        FlowVersion version = flows.used(subsidiary);
        return engine.call(on -> {
            Optional<Run> before = runs.locked(offboarding);
            if (before.isPresent()) {
                if (before.get().course() != RunState.Course.CANCELLED) {
                    throw running();
                }
                erase(on, before.get());
            }
            deploy(on, version);
            String instance = on.getRuntimeService()
                    .createProcessInstanceBuilder()
                    .processDefinitionKey(version.engineKey())
                    .start()
                    .getId();
            Run run = new Run(offboarding, version.id(), instance, RunState.Course.RUNNING);
            add(run);
            tell(on, run, Map.of(), false);
            return new StartedRun(version.flow().key(), version.number());
        });
    }

    private void add(Run run) {
        try {
            runs.add(run);
        } catch (DatabaseException e) {
            throw e.isConstraintViolation() ? running() : e;
        }
    }

    private static RestException running() {
        return RestException.of(FlowError.FLOW_RUNNING, "This offboarding has a run already.");
    }

    /** A version comes to the engine when its first run starts; two that start at once wait for the flow's row. */
    private void deploy(ProcessEngine on, FlowVersion version) {
        if (!deployed(on, version)) {
            flows.lock(version.flow());
            if (!deployed(on, version)) {
                on.getRepositoryService()
                        .createDeployment()
                        .name(version.engineKey())
                        .addBpmnModel("flow.bpmn", EngineModel.of(flows.graph(version), version.engineKey()))
                        .deploy();
            }
        }
    }

    private static boolean deployed(ProcessEngine on, FlowVersion version) {
        return on.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(version.engineKey())
                        .count()
                > 0;
    }

    @Override
    public void complete(String taskId, String outcome) {
        engine.call(on -> {
            Run run = runs.lockedInstance(instance(on, taskId)).orElseThrow(EngineRuns::closed);
            Task task = on.getTaskService().createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                throw closed();
            }
            if (!task(run, task).outcomes().contains(outcome)) {
                throw RestException.of(FlowError.FLOW_OUTCOME, "The task does not know this outcome.");
            }
            Map<String, Task> before = tasks(on, run);
            before.remove(taskId);
            Map<String, Object> said = Map.of(EngineModel.OUTCOME, outcome);
            on.getTaskService().complete(taskId, Map.<String, Object>of(), said);
            listeners.accept(listener -> listener.closed(taskId, false));
            tell(on, run, before, true);
            return run;
        });
    }

    private static String instance(ProcessEngine on, String taskId) {
        Task task = on.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw closed();
        }
        return task.getProcessInstanceId();
    }

    private static RestException closed() {
        return RestException.of(FlowError.FLOW_TASK_CLOSED, "The task is open no longer.");
    }

    /**
     * Lets a timer come whose time has come; nothing where somebody was faster.
     *
     * @param due the timer
     */
    void fire(RunTable.Due due) {
        engine.call(on -> {
            runs.lockedInstance(due.instance()).filter(Run::goesOn).ifPresent(run -> {
                boolean still = on.getManagementService()
                                .createTimerJobQuery()
                                .jobId(due.timer())
                                .count()
                        > 0;
                if (still) {
                    Map<String, Task> before = tasks(on, run);
                    on.getManagementService().moveTimerToExecutableJob(due.timer());
                    on.getManagementService().executeJob(due.timer());
                    tell(on, run, before, true);
                }
            });
            return due;
        });
    }

    @Override
    public void cancel(UUID offboarding) {
        engine.call(on -> {
            runs.locked(offboarding).filter(Run::goesOn).ifPresent(run -> stop(on, run));
            return offboarding;
        });
    }

    private void stop(ProcessEngine on, Run run) {
        Map<String, Task> open = tasks(on, run);
        on.getRuntimeService().deleteProcessInstance(run.instance(), "cancelled");
        runs.turn(run.offboarding(), RunState.Course.CANCELLED);
        open.keySet().forEach(id -> listeners.accept(listener -> listener.closed(id, true)));
    }

    @Override
    public void forget(UUID offboarding) {
        engine.call(on -> {
            runs.locked(offboarding).ifPresent(run -> {
                if (run.goesOn()) {
                    stop(on, run);
                }
                erase(on, run);
            });
            return offboarding;
        });
    }

    private void erase(ProcessEngine on, Run run) {
        on.getHistoryService().deleteHistoricProcessInstance(run.instance());
        runs.remove(run.offboarding());
    }

    @Override
    public RunState state(UUID offboarding) {
        Run run = runs.find(offboarding).orElseThrow(RestException::notFound);
        FlowVersion version = flows.version(run.version());
        return engine.call(on -> RunHistory.state(
                on.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(run.instance())
                        .list(),
                run,
                version,
                flows.graph(version)));
    }

    @Override
    public String diagram(UUID offboarding) {
        Run run = runs.find(offboarding).orElseThrow(RestException::notFound);
        return new String(flows.content(flows.version(run.version())), StandardCharsets.UTF_8);
    }

    private Map<String, Task> tasks(ProcessEngine on, Run run) {
        Map<String, Task> found = new LinkedHashMap<>();
        on.getTaskService()
                .createTaskQuery()
                .processInstanceId(run.instance())
                .list()
                .forEach(task -> found.put(task.getId(), task));
        return found;
    }

    /** Tells what a move did: tasks that a timer closed, tasks that opened in the order of their nodes, the end. */
    private void tell(ProcessEngine on, Run run, Map<String, Task> before, boolean mayEnd) {
        Map<String, Task> now = tasks(on, run);
        boolean ended = mayEnd
                && on.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(run.instance())
                                .count()
                        == 0;
        if (ended) {
            runs.turn(run.offboarding(), RunState.Course.ENDED);
        }
        Map<String, FlowTask> opened = new TreeMap<>();
        now.forEach((id, task) -> {
            if (!before.containsKey(id)) {
                opened.put(task.getTaskDefinitionKey() + ' ' + id, task(run, task));
            }
        });
        before.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> listeners.accept(listener -> listener.closed(id, true)));
        opened.values().forEach(task -> listeners.accept(listener -> listener.opened(task)));
        if (ended) {
            listeners.accept(listener -> listener.ended(run.offboarding()));
        }
    }

    private FlowTask task(Run run, Task task) {
        FlowGraph graph = flows.graph(flows.version(run.version()));
        FlowNode node = graph.byId().get(task.getTaskDefinitionKey());
        FlowNode.Task work = node == null ? null : node.task();
        if (node == null || work == null) {
            throw new IllegalStateException("The engine has a task that its flow has not");
        }
        return new FlowTask(
                task.getId(),
                run.offboarding(),
                node.id(),
                work.step(),
                work.office(),
                graph.outcomes(node),
                work.dueHours());
    }
}
