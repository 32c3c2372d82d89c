package org.cleardown.phone

import android.Manifest.permission.POST_NOTIFICATIONS
import android.Manifest.permission.READ_CONTACTS
import android.Manifest.permission.READ_PHONE_STATE
import android.app.Activity
import android.app.AlarmManager
import android.app.KeyguardManager
import android.app.NotificationManager
import android.app.role.RoleManager
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.telephony.TelephonyManager
import android.telephony.emergency.EmergencyNumber
import android.view.ContextThemeWrapper
import android.view.LayoutInflater
import org.cleardown.App
import org.cleardown.Parts
import org.cleardown.R
import org.cleardown.aftercall.AfterCallActivity
import org.cleardown.engine.PublisherConfig
import org.cleardown.home.HomeActivity
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowAlarmManager
import org.robolectric.shadows.ShadowSettings
import org.robolectric.shadows.ShadowSystemProperties
import org.robolectric.shadows.ShadowTelephonyManager

/**
 * A phone with the app on it, set up as its set-up screen asks for: roles, permissions, overlay.
 * What the app does is seen from here only as a person or Android sees it.
 */
class Phone(contacts: List<String>?) {
    val app: App = RuntimeEnvironment.getApplication() as App
    val turns = Turns(app)
    val clock = PhoneClock(app)
    val screens = Screens(app, turns)
    val notices = Notices(app, turns)
    val windows = Windows(app)
    val telecom = Telecom(turns)
    val line = Line(app, turns)
    val jobs = Jobs(app, turns)

    init {
        warmUp()
        turns.everyTurn = screens::turn
        turns.atRest = screens::draw
        ShadowAlarmManager.setAutoSchedule(true)
        ShadowSettings.setCanDrawOverlays(true)
        hold(RoleManager.ROLE_CALL_SCREENING)
        hold(RoleManager.ROLE_CALL_REDIRECTION)
        val permissions = listOfNotNull(READ_PHONE_STATE, POST_NOTIFICATIONS, READ_CONTACTS.takeIf { contacts != null })
        shadowOf(app).grantPermissions(*permissions.toTypedArray())
        Contacts.install(contacts.orEmpty())
        emergencyNumbers(listOf("999", "112"))
    }

    /** Whether the lock screen is up. */
    var isLocked: Boolean
        get() = app.getSystemService(KeyguardManager::class.java).isKeyguardLocked
        set(value) = shadowOf(app.getSystemService(KeyguardManager::class.java)).setKeyguardLocked(value)

    /** Whose lists the app fetches; what is set here holds from the next start of its process on. */
    var publishers: List<PublisherConfig> = emptyList()

    /** Every screen and notification from here on counts as fresh. */
    fun mark() {
        screens.mark()
        notices.mark()
    }

    /** What the phone itself takes for emergency numbers. */
    fun emergencyNumbers(numbers: List<String>) {
        val all = numbers.map {
            EmergencyNumber(it, "gb", "", 0, emptyList(), EmergencyNumber.EMERGENCY_NUMBER_SOURCE_DATABASE, 0)
        }
        ShadowTelephonyManager.setEmergencyNumberList(mapOf(0 to all))
        // What isEmergencyNumber reads here, as a phone's radio would set it.
        ShadowSystemProperties.override("ril.ecclist", numbers.joinToString(","))
    }

    /** Android opens the app's after-call screen, as it does at the end of each call from Android 11 on. */
    fun postCall(number: String?, cause: Int) = screens.start(
        Intent("android.telecom.action.POST_CALL")
            .setClass(app, AfterCallActivity::class.java)
            .addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
            .putExtra("android.telecom.extra.HANDLE", number?.let { Uri.fromParts("tel", it, null) })
            .putExtra("android.telecom.extra.DISCONNECT_CAUSE", cause)
            .putExtra("android.telecom.extra.CALL_DURATION", if (cause in UNANSWERED) 0 else 2),
    )

    /** The person opens the app. */
    fun home(): Activity =
        checkNotNull(screens.start(Intent(app, HomeActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)))

    /** The app's process dies, and starts again when it is needed. [between] is done while it is gone. */
    fun restartProcess(between: () -> Unit = {}) {
        screens.clear()
        app.parts.close()
        windows.clear()
        between()
        App::class.java.getDeclaredField("parts\$delegate").run {
            isAccessible = true
            set(app, lazy { Parts(app) { publishers } })
        }
    }

    /** The phone starts again: no process, no alarm, no notification and no call lives on. */
    fun reboot() {
        line.clear()
        restartProcess()
        shadowOf(app.getSystemService(AlarmManager::class.java)).scheduledAlarms.clear()
        app.getSystemService(NotificationManager::class.java).cancelAll()
        clock.reboot()
        listOf(Intent.ACTION_LOCKED_BOOT_COMPLETED, Intent.ACTION_BOOT_COMPLETED).forEach(::tell)
    }

    /** Somebody sets the wall clock. */
    fun setClock(byMs: Long) {
        clock.jump(byMs)
        tell(Intent.ACTION_TIME_CHANGED)
    }

    /** The first screen of a class loader takes seconds; on a phone that is done when the app is installed. */
    private fun warmUp() {
        if (isWarm) return
        isWarm = true
        val context = ContextThemeWrapper(app, R.style.Cleardown)
        WARM.forEach { LayoutInflater.from(context).inflate(it, null).measure(0, 0) }
    }

    private fun tell(action: String) {
        app.sendBroadcast(Intent(action).setPackage(app.packageName))
        turns.settle()
    }

    private fun hold(role: String) = shadowOf(app.getSystemService(RoleManager::class.java)).run {
        addAvailableRole(role)
        addHeldRole(role)
    }

    private companion object {
        /** `DisconnectCause.MISSED` and `REJECTED`. */
        val UNANSWERED = setOf(5, 6)
        val WARM = listOf(R.layout.warning_card, R.layout.hold, R.layout.after_call)
        var isWarm = false
    }
}
