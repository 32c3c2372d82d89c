package org.cleardown.platform

import android.app.LocaleManager
import android.content.Context
import android.os.Build
import android.os.LocaleList

/**
 * The app's own language: "en", "cy", or "" for that of the phone; null = leave it. Phones before
 * Android 13 have no such choice and stay with theirs.
 */
fun Context.setLanguage(code: String?) {
    if (code == null || Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return
    val wanted = if (code.isEmpty()) LocaleList.getEmptyLocaleList() else LocaleList.forLanguageTags(code)
    getSystemService(LocaleManager::class.java)?.applicationLocales = wanted
}
