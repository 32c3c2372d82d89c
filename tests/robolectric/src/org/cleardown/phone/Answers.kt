package org.cleardown.phone

import android.os.Binder
import android.telecom.CallScreeningService.ParcelableCallResponse
import java.lang.reflect.Proxy
import java.util.concurrent.CopyOnWriteArrayList

/** What an app said to Android about a call, and after how much real time. */
data class Answer(val words: String, val afterNs: Long)

/**
 * Android's end of the two telecom interfaces. A proxy, because their methods differ between
 * versions; it only writes down what the app calls, in the words of Android 11 and later.
 */
class Answers {
    private val beganNs = System.nanoTime()

    /** Every answer, in order. */
    val all = CopyOnWriteArrayList<Answer>()

    /** The end of type [T] to hand to the app. */
    inline fun <reified T : Any> end(): T = end(T::class.java)

    /** The end of this type to hand to the app. */
    fun <T : Any> end(type: Class<T>): T {
        val proxy = Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { self, method, arguments ->
            when (method.name) {
                "asBinder" -> Binder()
                "hashCode" -> System.identityHashCode(self)
                "equals" -> self === arguments?.firstOrNull()
                "toString" -> "Android"
                else -> note(method.name, arguments.orEmpty().toList())
            }
        }
        return type.cast(proxy)!!
    }

    private fun note(method: String, arguments: List<Any?>) {
        all += Answer(words(method, arguments), System.nanoTime() - beganNs)
    }

    private fun words(method: String, arguments: List<Any?>): String = when (method) {
        "allowCall" -> ALLOW
        "onScreeningResponse" -> response(arguments.lastOrNull() as ParcelableCallResponse?)
        "placeCallUnmodified" -> PLACE
        "cancelCall" -> CANCEL
        else -> method
    }

    private fun response(parcel: ParcelableCallResponse?): String {
        val response = parcel?.toCallResponse() ?: return NOTHING
        val does = listOfNotNull(
            "disallow".takeIf { response.disallowCall },
            "reject".takeIf { response.rejectCall },
            "silence".takeIf { response.silenceCall },
            "skip_log".takeIf { response.skipCallLog },
            "skip_notification".takeIf { response.skipNotification },
        )
        return does.joinToString("+").ifEmpty { ALLOW }
    }

    companion object {
        const val ALLOW = "allow"
        const val PLACE = "place"
        const val CANCEL = "cancel"

        /** From Android 12 on the framework itself answers an outgoing call with this, besides the app. */
        const val NOTHING = "nothing"
    }
}
