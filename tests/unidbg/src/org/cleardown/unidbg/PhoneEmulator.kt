package org.cleardown.unidbg

import com.github.unidbg.Emulator
import com.github.unidbg.arm.backend.Backend
import com.github.unidbg.arm.context.EditableArm64RegisterContext
import com.github.unidbg.file.linux.AndroidFileIO
import com.github.unidbg.linux.ARM64SyscallHandler
import com.github.unidbg.linux.android.AndroidARM64Emulator
import com.github.unidbg.linux.file.SimpleFileIO
import com.github.unidbg.memory.SvcMemory
import com.github.unidbg.pointer.UnidbgPointer
import com.github.unidbg.unix.UnixSyscallHandler
import com.sun.jna.Pointer
import java.io.File

/** An arm64 phone whose files are below [disk]. */
class PhoneEmulator(disk: File) : AndroidARM64Emulator("org.cleardown", disk, emptyList()) {
    override fun createSyscallHandler(memory: SvcMemory): UnixSyscallHandler<AndroidFileIO> = Kernel(memory, this)
}

/** The emulator's kernel, and what SQLite needs of a file system beside that. One process has the files. */
private class Kernel(
    memory: SvcMemory,
    private val phone: Emulator<AndroidFileIO>,
) : ARM64SyscallHandler(memory) {
    override fun hook(backend: Backend, interrupt: Int, swi: Int, user: Any?) {
        val registers = phone.getContext<EditableArm64RegisterContext>()
        val answer = if (interrupt == SYSTEM_CALL && swi == 0) file(registers) else null
        if (answer == null) super.hook(backend, interrupt, swi, user) else registers.setXLong(0, answer.toLong())
    }

    override fun stat64(emulator: Emulator<AndroidFileIO>, path: String, result: Pointer): Int {
        if (super.stat64(emulator, path, result) != 0) return NO_SUCH_FILE
        return 0.also { result.identify(path) }
    }

    override fun fstat(emulator: Emulator<*>, file: Int, result: Pointer): Int =
        super.fstat(emulator, file, result).also {
            val opened = fdMap[file]
            if (it == 0 && opened is SimpleFileIO) result.identify(opened.path)
        }

    /** Locks: nobody else is there. */
    override fun fcntl(emulator: Emulator<*>, file: Int, command: Int, argument: Long): Int = when (command) {
        F_SETLK, F_SETLKW -> 0
        F_GETLK -> {
            UnidbgPointer.pointer(emulator, argument and ADDRESSES).setShort(0, F_UNLCK)
            0
        }
        else -> super.fcntl(emulator, file, command, argument)
    }

    /** Reading and writing at a place, and flushing; null = another call. */
    private fun file(registers: EditableArm64RegisterContext): Int? = when (registers.getXInt(NUMBER)) {
        PREAD -> at(registers) { file, bytes, count -> maxOf(0, read(phone, file, bytes, count)) }
        PWRITE -> at(registers) { file, bytes, count -> write(phone, file, bytes, count) }
        FSYNC, FDATASYNC -> 0
        else -> null
    }

    private fun at(registers: EditableArm64RegisterContext, work: (Int, Pointer, Int) -> Int): Int {
        val file = registers.getXInt(0)
        fdMap.getValue(file).lseek(registers.getXLong(3).toInt(), 0)
        return work(file, registers.getXPointer(1), registers.getXInt(2))
    }

    /** SQLite tells files apart by their number, which is 0 for all of them in the emulator. */
    private fun Pointer.identify(path: String) = setLong(ST_INO, path.hashCode().toLong() and ADDRESSES)

    private companion object {
        const val SYSTEM_CALL = 2

        /** The register with the number of the call. */
        const val NUMBER = 8
        const val PREAD = 67
        const val PWRITE = 68
        const val FSYNC = 82
        const val FDATASYNC = 83

        const val F_GETLK = 5
        const val F_SETLK = 6
        const val F_SETLKW = 7
        const val F_UNLCK: Short = 2

        /** ENOENT, as the kernel answers it. */
        const val NO_SUCH_FILE = -2
        const val ST_INO = 8L
        const val ADDRESSES = 0xffffffffL
    }
}
