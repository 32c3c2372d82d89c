package org.cleardown.engine

import org.junit.Test

/** Requests and answers about fetching the list are what the golden file says. */
class GoldenSyncTest {
    @Test
    fun sync() = Golden("sync").run {
        requests(
            syncStartRequest(SyncBy.SCHEDULE, -1, NOW),
            syncStartRequest(SyncBy.PERSON, 7, NOW),
            syncGotRequest(3, 200, null, NOW),
            syncGotRequest(4, 503, 3600, NOW),
            syncFailedRequest(5, FetchFailure.TOO_SLOW, NOW),
            syncStopRequest(NOW),
        )
        answers({ syncStep() }, FETCH, SyncStep.Done(86_400, listOf(UPDATED, FAILED)), NOTHING)
    }

    private companion object {
        val FETCH = SyncStep.Fetch(
            id = 3,
            url = "https://lists.example.org/gb/metadata/timestamp.json",
            mostBytes = 16_384,
            withinSeconds = 60,
            leastBytesPerSecond = 100,
            what = "timestamp",
            publisher = "gb",
            doneBytes = 0,
            ofBytes = 2400,
        )
        val UPDATED = SyncResult("gb", SyncOutcome.UPDATED, null, 474, 42, 1_794_000_000_000)
        val FAILED = SyncResult("more", SyncOutcome.FAILED, "no_network", null, null, null)
        val NOTHING = SyncStep.Done(null, emptyList())
    }
}
