package org.cleardown.setup

import android.content.Context

/** Where in the set-up the person is, kept for the next time. */
class SetupPlace(context: Context) {
    private val memory = context.getSharedPreferences("setup", Context.MODE_PRIVATE)

    /** The screen to go on with. */
    var page: SetupPage
        get() = SetupPage.entries.firstOrNull { it.name == memory.getString(PAGE, null) } ?: SetupPage.ABOUT
        set(value) = memory.edit().putString(PAGE, value.name).apply()

    /** Whether the set-up was begun before. */
    val isBegun: Boolean get() = memory.contains(PAGE)

    /** Whether the person went through to the end once. */
    val isDone: Boolean get() = memory.getBoolean(DONE, false)

    /** The end is reached: the next time begins at the front. */
    fun finish() = memory.edit().putBoolean(DONE, true).putString(PAGE, SetupPage.ABOUT.name).apply()

    private companion object {
        const val PAGE = "page"
        const val DONE = "done"
    }
}
