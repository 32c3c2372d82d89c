package org.cleardown.apk

import org.jf.dexlib2.iface.instruction.FiveRegisterInstruction
import org.jf.dexlib2.iface.instruction.Instruction
import org.jf.dexlib2.iface.instruction.OneRegisterInstruction
import org.jf.dexlib2.iface.instruction.ReferenceInstruction
import org.jf.dexlib2.iface.reference.StringReference

/** What the code of the APK must not do, or only where a list allows it. */
object CodeRules {
    private const val LOG = "org.cleardown.platform.AppLog"
    private const val SYNC = "org.cleardown.sync."

    /** Digits from which a run may be a number, or part of one. */
    private val number = Regex("""\d([ -]?\d){3,}""")

    private val network = listOf("java.net.", "javax.net.", "java.nio.channels.", "android.net.", "android.webkit.")

    /** The address of a telephone number or of a contact; it opens nothing. */
    private val noNetwork = Regex("""android\.net\.Uri(\..*|\$.*)?""")

    private val logs = Regex(
        """android\.util\.(Log|EventLog|Slog)\..*|java\.lang\.System\.(out|err)|java\.util\.logging\..*""" +
            """|java\.lang\.\w+\.printStackTrace|kotlin\.io\.ConsoleKt.*"""
    )

    private val dynamic = Regex(
        """java\.lang\.reflect\..*|java\.lang\.invoke\..*|sun\.misc\..*|dalvik\.system\..*|.*ClassLoader(\..*)?""" +
            """|java\.lang\.Class\.(forName|newInstance|get(Declared)?(Method|Field|Constructor)s?)""" +
            """|java\.lang\.System\.load(Library)?|java\.lang\.Runtime\..*|java\.lang\.ProcessBuilder.*""" +
            """|java\.util\.ServiceLoader.*|android\.webkit\..*"""
    )

    /** Writes to the log, or to the output that Android puts there, outside the one class for it. */
    fun logsOutside(code: Code): List<Use> =
        code.uses.filter { logs.matches(it.target.toString()) && it.outerClass != LOG }

    /** What is logged where, each line once: the text itself, or that it is computed. */
    fun logged(code: Code): List<String> = code.uses.filter { it.target.toString() == "$LOG.code" }
        .map {
            "${it.outerClass}: ${constantArgument(it)?.let { text -> "\"$text\"" } ?: "computed"}"
        }.distinct().sorted()

    /** The lines of [logged] with something that may be a number. */
    fun loggedNumbers(
        code: Code
    ): List<String> = logged(code).filter { number.containsMatchIn(it.substringAfter(": ")) }

    /** Whether the class that logs still takes out digits. */
    fun takesOutDigits(code: Code): Boolean =
        code.uses.any { it.outerClass == LOG && it.target.toString() == "java.lang.Character.isDigit" }

    /** Uses of the network outside the folder that may. That a class is named opens nothing. */
    fun networkOutside(code: Code): List<Use> = code.uses.filter { use ->
        val target = use.target.toString()
        val isNetwork = network.any(target::startsWith) && !noNetwork.matches(target)
        isNetwork && use.target.member != null && !dotted(use.inClass).startsWith(SYNC)
    }

    /** Classes found by name, code loaded, programs started. */
    fun dynamic(code: Code): List<Use> = code.uses.filter { dynamic.matches(it.target.toString()) }

    /** The text in the last register of a call, if the nearest instruction before that fills it is a constant. */
    private fun constantArgument(use: Use): String? {
        val call = use.instructions[use.at] as? FiveRegisterInstruction ?: return null
        val register = listOf(call.registerC, call.registerD, call.registerE)[call.registerCount - 1]
        val filled = use.instructions.take(use.at).lastOrNull { it.fills(register) }
        return ((filled as? ReferenceInstruction)?.reference as? StringReference)?.string
    }

    private fun Instruction.fills(register: Int) =
        opcode.setsRegister() && (this as? OneRegisterInstruction)?.registerA == register
}
