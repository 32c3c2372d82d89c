package org.cleardown.apk

import org.jf.dexlib2.DexFileFactory
import org.jf.dexlib2.Opcodes
import org.jf.dexlib2.iface.ClassDef
import org.jf.dexlib2.iface.Method
import org.jf.dexlib2.iface.instruction.Instruction
import org.jf.dexlib2.iface.instruction.ReferenceInstruction
import org.jf.dexlib2.iface.reference.FieldReference
import org.jf.dexlib2.iface.reference.MethodReference
import org.jf.dexlib2.iface.reference.Reference
import org.jf.dexlib2.iface.reference.TypeReference
import java.io.File

/** The code of an APK, as dexlib2 reads it: a reader that shares no code with R8. */
class Code(apk: File) {
    /** Every class that is defined there, by its name as `Lpackage/Name;`. */
    val classes: Map<String, ClassDef>

    init {
        val container = DexFileFactory.loadDexContainer(apk, Opcodes.forApi(LEVEL))
        val files = container.dexEntryNames.map { checkNotNull(container.getEntry(it)).dexFile }
        classes = files.flatMap { it.classes }.associateBy(ClassDef::getType)
    }

    /** Everything that a method calls, reads, writes or names. */
    val uses: List<Use> by lazy { methods().flatMap { (owner, method) -> usesOf(owner, method) }.toList() }

    /** Every method with its class. */
    fun methods(): Sequence<Pair<ClassDef, Method>> =
        classes.values.asSequence().flatMap { owner -> owner.methods.asSequence().map { owner to it } }

    private fun usesOf(owner: ClassDef, method: Method): List<Use> {
        val instructions = method.implementation?.instructions?.toList().orEmpty()
        return instructions.withIndex().mapNotNull { (at, instruction) ->
            val reference = (instruction as? ReferenceInstruction)?.reference
            val target = reference?.let(::Target)?.takeIf { it.owner.startsWith("L") } ?: return@mapNotNull null
            Use(owner.type, method.name, target, instructions, at)
        }
    }

    private companion object {
        /** The API level whose dex format is read. */
        const val LEVEL = 29
    }
}

/** What is used: a method, a field or a type. */
class Target(reference: Reference) {
    /** Its class, as `Lpackage/Name;`. */
    val owner: String

    /** Its name and type as in a list of API: `name(arguments)result` or `name#type`; null for a type. */
    val member: String?

    init {
        when (reference) {
            is MethodReference -> {
                owner = reference.definingClass
                member = reference.parameterTypes.joinToString("", "${reference.name}(", ")") + reference.returnType
            }
            is FieldReference -> {
                owner = reference.definingClass
                member = "${reference.name}#${reference.type}"
            }
            is TypeReference -> {
                owner = reference.type.trimStart('[')
                member = null
            }
            else -> {
                owner = ""
                member = null
            }
        }
    }

    /** `package.Name.member`, without the types. */
    override fun toString(): String = listOfNotNull(dotted(owner), member?.substringBefore('(')?.substringBefore('#'))
        .joinToString(".")
}

/** A use of [target] at the instruction [at] of a method. */
class Use(
    val inClass: String,
    val inMethod: String,
    val target: Target,
    val instructions: List<Instruction>,
    val at: Int,
) {
    /** The class of the source in which it is used: R8 gives other names to those inside it. */
    val outerClass: String get() = dotted(inClass).substringBefore('$')

    override fun toString(): String = "${dotted(inClass)}.$inMethod uses $target"
}

/** `package.Name` from `Lpackage/Name;`. */
fun dotted(type: String): String = type.removePrefix("L").removeSuffix(";").replace('/', '.')
