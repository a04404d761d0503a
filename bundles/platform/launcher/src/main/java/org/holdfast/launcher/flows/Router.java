package org.holdfast.launcher.flows;

import java.util.UUID;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Flowable as a router and nothing more: no identities, events, forms, mail, scripts or pictures, no threads of its own,
 * and of the past only which nodes a run came to and when.
 *
 * <p>Not safe for use from many threads until the engine is built.
 */
public class Router extends StandaloneProcessEngineConfiguration {

    /** Sets up what all uses share; the database is still to be named. */
    public Router() {
        // Engines are known to the library by name; ours are nobody else's.
        setEngineName("holdfast-" + UUID.randomUUID());
        setDisableIdmEngine(true);
        setDisableEventRegistry(true);
        setAsyncExecutorActivate(false);
        setHistoryLevel(HistoryLevel.ACTIVITY);
        setEnableEntityLinks(false);
        setEnableHistoricTaskLogging(false);
        setEnableDatabaseEventLogging(false);
        setEnableProcessDefinitionInfoCache(false);
        // The library's own takes ids in blocks from a row, which two runs would wait for.
        setIdGenerator(() -> UUID.randomUUID().toString());
    }

    @Override
    public void initMailClients() {
        // No flow sends mail.
    }

    @Override
    public void initScriptingEngines() {
        // No flow has scripts.
    }

    @Override
    public void initProcessDiagramGenerator() {
        // The console draws.
    }
}
