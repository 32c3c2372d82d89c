package org.cleardown

import android.app.Activity
import android.app.Application
import android.os.Bundle
import android.view.ViewGroup
import android.widget.TextView

/**
 * What TalkBack says of every screen: its headline as its name, also when another one takes its place, and phone
 * numbers digit by digit. And room for long words. Looked after before each drawing, because texts change while a screen is open.
 */
object ScreenNames : Application.ActivityLifecycleCallbacks {
    override fun onActivityPostCreated(activity: Activity, savedInstanceState: Bundle?) {
        activity.window.decorView.viewTreeObserver.addOnPreDrawListener {
            lookAfter(activity)
            true
        }
    }

    private fun lookAfter(activity: Activity) {
        val page = activity.findViewById<ViewGroup>(android.R.id.content)?.getChildAt(0) ?: return
        page.spellNumbers()
        page.giveWordsRoom()
        val headline = activity.findViewById<TextView>(R.id.headline)?.text?.toString()
        if (headline != null && headline != activity.title) {
            activity.title = headline
            page.accessibilityPaneTitle = headline
        }
    }

    override fun onActivityCreated(activity: Activity, savedInstanceState: Bundle?) = Unit

    override fun onActivityStarted(activity: Activity) = Unit

    override fun onActivityResumed(activity: Activity) = Unit

    override fun onActivityPaused(activity: Activity) = Unit

    override fun onActivityStopped(activity: Activity) = Unit

    override fun onActivitySaveInstanceState(activity: Activity, outState: Bundle) = Unit

    override fun onActivityDestroyed(activity: Activity) = Unit
}
