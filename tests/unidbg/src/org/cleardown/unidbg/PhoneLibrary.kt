package org.cleardown.unidbg

import com.github.unidbg.linux.android.AndroidResolver
import com.github.unidbg.linux.android.dvm.DvmClass
import com.github.unidbg.linux.android.dvm.DvmObject
import com.github.unidbg.linux.android.dvm.VM
import java.io.File
import com.github.unidbg.linux.android.dvm.array.ByteArray as DvmBytes

/** A library for arm64 phones, loaded as Android does it: the emulator has an old C library of Android's. */
class PhoneLibrary(file: File, disk: File) : Library, AutoCloseable {
    private val emulator = PhoneEmulator(disk)
    private val java = PhoneJava()
    private val vm: VM

    init {
        emulator.memory.setLibraryResolver(AndroidResolver(OLDEST_THERE_IS))
        vm = emulator.createDalvikVM()
        vm.setJni(java)
        val throwable = vm.resolveClass("java/lang/Throwable")
        listOf("InvalidRequest", "StaleHandle", "Storage", "NativePanic").forEach { name ->
            vm.resolveClass("org/cleardown/engine/${name}Exception", throwable)
        }
        vm.loadLibrary(file, true).callJNI_OnLoad(emulator)
    }

    override fun call(entry: String, handle: Int?, vararg bytes: ByteArray?): Answer {
        val owner = vm.resolveClass(if (entry == "panic") "org/cleardown/engine/NativeDoors" else NATIVE)
        val arguments: Array<Any?> = arrayOf(*listOfNotNull(handle).toTypedArray(), *bytes.map(::given).toTypedArray())
        val takes = (if (handle == null) "" else "I") + "[B".repeat(bytes.size)
        val answer = owner.answer(entry, takes, arguments)
        return java.thrown() ?: answer
    }

    override fun close() = emulator.close()

    private fun DvmClass.answer(entry: String, takes: String, arguments: Array<Any?>): Answer = when (entry) {
        "open" -> Answer.Handle(callStaticJniMethodInt(emulator, "$entry($takes)I", *arguments))
        "close", "panic" -> Answer.Nothing.also { callStaticJniMethod(emulator, "$entry($takes)V", *arguments) }
        else -> {
            val given: DvmObject<*>? = callStaticJniMethodObject(emulator, "$entry($takes)[B", *arguments)
            if (given == null) Answer.Nothing else Answer.Text((given.value as ByteArray).decodeToString())
        }
    }

    /** Null is 0 to native code. */
    private fun given(bytes: ByteArray?): Any = if (bytes == null) 0 else DvmBytes(vm, bytes)

    private companion object {
        const val NATIVE = "org/cleardown/engine/Native"

        /** The emulator brings the C libraries of Android 4.4 and 6. */
        const val OLDEST_THERE_IS = 23
    }
}
