package org.cleardown.phone

import android.app.Application
import android.view.View
import android.view.WindowManager
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowWindowManagerImpl

/** Windows that lie over every other app. */
class Windows(app: Application) {
    private val manager = app.getSystemService(WindowManager::class.java)

    /** The windows over other apps, as they are now. */
    val overlays: List<View>
        get() = Shadow.extract<ShadowWindowManagerImpl>(manager).views.filter { view ->
            (view.layoutParams as? WindowManager.LayoutParams)?.type ==
                WindowManager.LayoutParams.TYPE_APPLICATION_OVERLAY
        }

    /** The process has died: Android takes its windows away. */
    fun clear() = overlays.forEach(manager::removeViewImmediate)
}
