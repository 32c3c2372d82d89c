package org.cleardown.health

import android.app.Activity
import android.os.Build
import org.cleardown.engine.PhoneFacts

/** What the engine's report has to be told of this phone. */
fun facts(screen: Activity): PhoneFacts {
    val works = Points(screen).all(status = null).filter { it.code != "native" }.associate { it.code to it.works }
    val version = screen.packageManager.getPackageInfo(screen.packageName, 0).versionName ?: "?"
    return PhoneFacts(version, Build.VERSION.RELEASE, Build.VERSION.SDK_INT, works)
}
