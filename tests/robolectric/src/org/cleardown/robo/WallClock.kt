package org.cleardown.robo

import android.os.SystemClock
import org.robolectric.internal.bytecode.Interceptor
import org.robolectric.internal.bytecode.MethodRef
import org.robolectric.internal.bytecode.MethodSignature
import org.robolectric.util.Function
import java.lang.invoke.MethodHandle
import java.lang.invoke.MethodHandles
import java.lang.invoke.MethodType

/** The wall clock of the simulated phone: it can be set, forwards and backwards. */
object WallClock {
    /** What the wall clock is ahead of the time that the processor was awake, in milliseconds. */
    @Volatile
    var aheadMs: Long = 0

    /** Milliseconds since 1970, as the phone believes. */
    @JvmStatic
    fun currentTimeMillis(): Long = SystemClock.uptimeMillis() + aheadMs
}

/**
 * Takes the place of Robolectric's own interceptor, whose wall clock is the monotonic one.
 * Robolectric makes an instance of it in each Android version's class loader.
 */
class WallClockInterceptor : Interceptor(MethodRef(System::class.java, METHOD)) {
    override fun handle(signature: MethodSignature): Function<Any, Any> =
        Function { _, _, _ -> WallClock.currentTimeMillis() }

    override fun getMethodHandle(name: String, type: MethodType): MethodHandle =
        MethodHandles.lookup().findStatic(WallClock::class.java, METHOD, MethodType.methodType(Long::class.java))

    private companion object {
        const val METHOD = "currentTimeMillis"
    }
}
