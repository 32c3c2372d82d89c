package org.cleardown.packer

import com.android.tools.r8.CompilationFailedException
import com.android.tools.r8.R8
import com.android.tools.r8.R8Command
import com.android.tools.r8.origin.Origin
import java.io.File

/**
 * Runs R8 once for each of these files with its arguments, one in a line. In one process: the second
 * run finds everything warm.
 */
fun shrink(arguments: List<File>) = arguments.forEach { file ->
    try {
        R8.run(R8Command.parse(arrayOf("@$file"), Origin.root()).build())
    } catch (failure: CompilationFailedException) {
        throw Refusal("R8 did not take $file: ${failure.message}")
    }
}
