package org.cleardown.phone

import android.app.Service
import android.app.job.IJobService
import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.Intent
import android.os.Binder
import android.os.IBinder
import android.os.IInterface
import org.cleardown.App
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadow.api.Shadow
import org.robolectric.util.ReflectionHelpers
import java.lang.reflect.Proxy

/** Android's job scheduler: starts the app's jobs through the binder, as the system does. */
class Jobs(private val app: App, private val turns: Turns) {
    private val scheduler = app.getSystemService(JobScheduler::class.java)

    /** What the app has planned; null = nothing. */
    val planned: JobInfo? get() = scheduler.allPendingJobs.also { check(it.size < 2) { "$it" } }.singleOrNull()

    /** The planned job starts: its time has come, and there is a network. */
    fun start(): Running = Running(checkNotNull(planned) { "no job is planned" })

    /** Gives the job its time, until it says that it is done. */
    fun finish(running: Running) {
        check(turns.until(LONG_MS) { running.isFinished }) { "the job did not end" }
        turns.settle()
    }

    /** A job that Android has started. */
    inner class Running(info: JobInfo) {
        private val service = service(info)
        private val binder = IJobService.Stub.asInterface(service.onBind(Intent()))
        private val parameters = parameters(info)

        /** Whether the job has said that it is done. */
        val isFinished: Boolean get() = shadowOf(service).isJobFinished || hasNothingToDo

        /** Whether the job said at once that there is nothing to do. */
        var hasNothingToDo = false
            private set

        init {
            binder.startJob(parameters)
            turns.until { true }
        }

        /** Android wants the job to end now. */
        fun stop() {
            binder.stopJob(parameters)
            turns.until { true }
        }

        private fun parameters(info: JobInfo): JobParameters = Shadow.newInstanceOf(JobParameters::class.java).also {
            ReflectionHelpers.setField(it, "jobId", info.id)
            ReflectionHelpers.setField(it, "callback", listener())
        }

        /** Hears what the service says to the system. */
        private fun listener(): IBinder {
            val type = Class.forName("android.app.job.IJobCallback")
            val heard = Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { _, method, arguments ->
                if (method.name == "acknowledgeStartMessage") hasNothingToDo = arguments[1] == false
                null
            }
            return Binder().apply { attachInterface(heard as IInterface, "android.app.job.IJobCallback") }
        }
    }

    private fun service(info: JobInfo): JobService {
        val type = Class.forName(info.service.className).asSubclass(Service::class.java)
        return Robolectric.buildService(type).create().get() as JobService
    }

    private companion object {
        const val LONG_MS = 60_000L
    }
}
