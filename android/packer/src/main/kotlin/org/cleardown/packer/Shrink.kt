package org.cleardown.packer

import com.android.tools.r8.CompilationFailedException
import com.android.tools.r8.R8
import com.android.tools.r8.R8Command
import com.android.tools.r8.origin.Origin
import java.io.File

/** Runs R8 with the arguments in this file, one in a line. */
fun shrink(arguments: File) {
    try {
        R8.run(R8Command.parse(arrayOf("@$arguments"), Origin.root()).build())
    } catch (failure: CompilationFailedException) {
        throw Refusal("R8 did not take $arguments: ${failure.message}")
    }
}
