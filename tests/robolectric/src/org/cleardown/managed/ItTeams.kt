package org.cleardown.managed

import android.content.Intent
import android.content.RestrictionsManager
import android.os.Bundle
import org.cleardown.phone.Phone
import org.robolectric.util.ReflectionHelpers
import java.lang.reflect.InvocationHandler
import java.lang.reflect.Proxy

/**
 * Several IT teams that manage one phone, from Android 14 on. Robolectric's restrictions know one team only, so the
 * framework's own class is given a system service that answers for each.
 */
class ItTeams(private val phone: Phone) {
    private val asked = InvocationHandler { _, method, arguments ->
        when (method.name) {
            "getApplicationRestrictionsPerAdminForUser" -> {
                check(arguments[1] == phone.app.packageName) { "it asks for ${arguments[1]}" }
                answer()
            }
            else -> null
        }
    }

    init {
        val service = Class.forName("android.content.IRestrictionsManager")
        val manager = phone.app.getSystemService(RestrictionsManager::class.java)
        val proxy = Proxy.newProxyInstance(service.classLoader, arrayOf(service), asked)
        ReflectionHelpers.setField(manager, "mService", proxy)
    }

    /** What the system answers. */
    var answer: () -> List<Bundle>? = { emptyList() }

    /** Each team sets this, and Android tells whoever listens. */
    fun set(vararg teams: Bundle) {
        answer = teams::toList
        tell()
    }

    /** Android tells that something was set. */
    fun tell() {
        phone.app.sendBroadcast(Intent(Intent.ACTION_APPLICATION_RESTRICTIONS_CHANGED))
        phone.turns.settle()
    }
}
