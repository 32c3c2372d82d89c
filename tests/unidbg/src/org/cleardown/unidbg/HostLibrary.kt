package org.cleardown.unidbg

import org.cleardown.engine.CleardownException
import org.cleardown.engine.NativeDoors
import org.cleardown.engine.NativeLibrary
import java.lang.reflect.InvocationTargetException

/** The library of this machine, with test doors. */
object HostLibrary : Library {
    init {
        NativeLibrary.load(System.getProperty("cleardown.library"))
    }

    override fun call(entry: String, handle: Int?, vararg bytes: ByteArray?): Answer = try {
        val owner = if (entry == "panic") NativeDoors::class.java else Class.forName("org.cleardown.engine.Native")
        val method = owner.methods.single { it.name == entry }
        when (val answer = method.invoke(null, *listOfNotNull(handle).toTypedArray(), *bytes)) {
            is ByteArray -> Answer.Text(answer.decodeToString())
            is Int -> Answer.Handle(answer)
            else -> Answer.Nothing
        }
    } catch (wrapped: InvocationTargetException) {
        val thrown = wrapped.targetException as? CleardownException ?: throw wrapped
        Answer.Thrown(thrown.javaClass.simpleName, thrown.code, thrown.remedy, thrown.message.orEmpty())
    }
}
