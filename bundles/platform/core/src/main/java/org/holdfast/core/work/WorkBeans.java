package org.holdfast.core.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.holdfast.core.people.People;

/** Makes the beans of this room. */
@ApplicationScoped
public class WorkBeans {

    @Produces
    @Singleton
    Work work(@Any Instance<WorkSource> sources, People people) {
        return new Work(sources, people);
    }
}
