package org.cleardown.platform

import android.app.Activity
import android.app.PendingIntent
import android.app.StatusBarManager
import android.content.ComponentName
import android.content.Intent
import android.graphics.drawable.Icon
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

/** Whether the phone can be asked to put a tile among its quick settings. */
fun canOfferTile(): Boolean = Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU

/** Has the phone ask the person whether they want this tile; then, on the main thread, whether it is there. */
fun Activity.offerTile(tile: ComponentName, name: String, icon: Int, done: (isThere: Boolean) -> Unit) {
    if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return done(false)
    val bar = getSystemService(StatusBarManager::class.java) ?: return done(false)
    bar.requestAddTileService(tile, name, Icon.createWithResource(this, icon), mainExecutor) { result ->
        val there = StatusBarManager.TILE_ADD_REQUEST_RESULT_TILE_ADDED
        done(result == there || result == StatusBarManager.TILE_ADD_REQUEST_RESULT_TILE_ALREADY_ADDED)
    }
}
