package org.cleardown.sync

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.content.ComponentName
import android.content.Context
import org.cleardown.engine.SyncStatus
import java.util.concurrent.TimeUnit

/**
 * When the list is fetched next: the engine says in how many seconds, the phone's own scheduler keeps
 * it, over a restart too. No latest time is set: past it Android would start the job without a network.
 */
object SyncPlan {
    /** Seconds to the next try where the engine could not say. */
    const val AGAIN_S = 4 * 3600L

    private const val JOB = 1
    private const val SHORTEST_S = 1L
    private const val LONGEST_S = 7 * 24 * 3600L

    /** Plans a run if there is somebody to ask and none is planned yet. */
    fun ensure(context: Context, sync: SyncStatus) {
        val isPlanned = scheduler(context).getPendingJob(JOB) != null
        when {
            sync.publishers.isEmpty() -> if (isPlanned) scheduler(context).cancel(JOB)
            !isPlanned -> next(context, sync.nextInSeconds ?: 0)
        }
    }

    /** Plans the next run in [seconds], instead of one that was planned; null = none. */
    fun next(context: Context, seconds: Long?) {
        if (seconds == null) return scheduler(context).cancel(JOB)
        val wait = TimeUnit.SECONDS.toMillis(seconds.coerceIn(SHORTEST_S, LONGEST_S))
        val job = JobInfo.Builder(JOB, ComponentName(context, SyncJob::class.java))
            .setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)
            .setMinimumLatency(wait)
            .setPersisted(true)
            .build()
        scheduler(context).schedule(job)
    }

    private fun scheduler(context: Context) = context.getSystemService(JobScheduler::class.java)
}
