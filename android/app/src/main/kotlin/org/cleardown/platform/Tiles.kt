package org.cleardown.platform

import android.app.PendingIntent
import android.content.Intent
import android.os.Build
import android.service.quicksettings.TileService

/** Opens one of our screens from a quick-settings tile, and puts the quick settings away. */
@Suppress("DEPRECATION")
fun TileService.openAndCollapse(screen: Intent) {
    screen.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE) {
        val flags = PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE
        startActivityAndCollapse(PendingIntent.getActivity(this, 0, screen, flags))
    } else {
        startActivityAndCollapse(screen)
    }
}
