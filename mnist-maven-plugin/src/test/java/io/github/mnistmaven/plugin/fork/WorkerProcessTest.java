package io.github.mnistmaven.plugin.fork;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnistmaven.plugin.worker.WorkerMain;
import org.junit.jupiter.api.Test;

class WorkerProcessTest {

    @Test
    void givenTheWorkersEnd_thenItIsTheClassThatMavensEndNames() {
        assertThat(WorkerProcess.WORKER_MAIN).isEqualTo(WorkerMain.class.getName());
    }
}
