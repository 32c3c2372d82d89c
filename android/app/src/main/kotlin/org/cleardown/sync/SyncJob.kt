package org.cleardown.sync

import android.app.job.JobParameters
import android.app.job.JobService
import org.cleardown.engine.SyncBy
import org.cleardown.parts

/** The phone has a network and it is time: the list is brought up to date. */
class SyncJob : JobService() {
    private var running: JobParameters? = null

    /** False if a run is going on anyway: it plans the next one. */
    override fun onStartJob(params: JobParameters): Boolean {
        running = params
        parts.managed.refresh()
        return parts.update.start(SyncBy.SCHEDULE) { if (running === params) jobFinished(params, false) }
    }

    /** The network has gone, or Android needs the phone. True: Android plans it again, until we do. */
    override fun onStopJob(params: JobParameters): Boolean {
        running = null
        parts.update.stop()
        return true
    }
}
