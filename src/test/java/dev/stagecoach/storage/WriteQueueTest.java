package dev.stagecoach.storage;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WriteQueueTest {

    @Test
    void manyWritersAtATimeEachGetTheirOwnAnswerAndNoneIsLost() throws Exception {
        try (var database = TestDatabases.sqlite(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            database.change(tx -> tx.handle().execute("create table t (n integer)"));
            var writes = IntStream.range(0, 2_000).mapToObj(i -> threads.submit(() -> database.write(tx -> {
                tx.handle().execute("insert into t values (?)", i);
                return i;
            }))).toList();
            for (var i = 0; i < writes.size(); i++) {
                assertThat(writes.get(i).get()).isEqualTo(i);
            }
            int rows = database.read(tx -> tx.handle().createQuery("select count(distinct n) from t")
                    .mapTo(Integer.class).one());
            assertThat(rows).isEqualTo(2_000);
        }
    }

    @Test
    void aWorkThatFailsUndoesItselfAlone() throws Exception {
        try (var database = TestDatabases.sqlite(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            database.change(tx -> tx.handle().execute("create table t (n integer primary key)"));
            var others = new ArrayList<Future<Integer>>();
            // The first one keeps the writer until the others wait behind it; they go into one transaction.
            var begun = new CountDownLatch(1);
            var waiting = new CountDownLatch(20);
            var first = threads.submit(() -> database.write(tx -> {
                begun.countDown();
                await(waiting);
                return tx.handle().execute("insert into t values (-1)");
            }));
            begun.await();
            for (var i = 0; i < 20; i++) {
                var number = i;
                others.add(threads.submit(() -> {
                    waiting.countDown();
                    return database.write(tx -> {
                        tx.handle().execute("insert into t values (?)", number);
                        return number % 2 == 0 ? number : tx.handle().execute("insert into t values (-1)");
                    });
                }));
            }
            first.get();
            for (var i = 0; i < 20; i++) {
                var other = others.get(i);
                if (i % 2 == 0) {
                    assertThat(other.get()).isEqualTo(i);
                } else {
                    assertThatThrownBy(other::get).isInstanceOf(ExecutionException.class)
                            .hasStackTraceContaining("UNIQUE");
                }
            }
            var rows = database.read(tx -> tx.handle().createQuery("select n from t order by n").mapTo(Integer.class)
                    .list());
            assertThat(rows).isEqualTo(IntStream.rangeClosed(-1, 18).filter(n -> n % 2 == 0 || n == -1).boxed()
                    .toList());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
