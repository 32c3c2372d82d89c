package org.cleardown.aftercall

import android.service.quicksettings.Tile
import android.service.quicksettings.TileService
import org.cleardown.R
import org.cleardown.platform.openAndCollapse
import org.cleardown.screen

/** "Suspicious call" among the phone's quick settings, two moves away from any screen, also from a locked one. */
class SuspiciousTile : TileService() {
    override fun onStartListening() {
        super.onStartListening()
        val tile = qsTile ?: return
        tile.state = Tile.STATE_INACTIVE
        tile.label = getString(R.string.suspicious_call)
        tile.updateTile()
    }

    override fun onClick() {
        super.onClick()
        val open = Runnable { openAndCollapse(screen<SuspiciousCallActivity>()) }
        if (isLocked) unlockAndRun(open) else open.run()
    }
}
