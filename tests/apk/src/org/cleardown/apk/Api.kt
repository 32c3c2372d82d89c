package org.cleardown.apk

import org.codehaus.mojo.animal_sniffer.Clazz
import org.codehaus.mojo.animal_sniffer.SignatureChecker
import org.jf.dexlib2.iface.ClassDef
import java.io.File

/** Lists of API: which classes, methods and fields there are. */
class Api(vararg names: String) {
    private val classes: Map<String, Clazz> = names.map { File(Places.tools, "$it.signature") }
        .flatMap { it.inputStream().use(SignatureChecker::loadClasses).entries }.associate { it.key to it.value }

    /** What [code] uses of the platform and is not in these lists. */
    fun missing(code: Code): List<Use> = code.uses.filter { use -> !has(code, use.target.owner, use.target.member) }

    /** Whether [owner], or what it inherits from, has [member]. Arrays have the methods of any object. */
    private fun has(code: Code, owner: String, member: String?): Boolean {
        val own = code.classes[owner]
        if (own != null) {
            if (member == null || defines(own, member)) return true
            return (listOfNotNull(own.superclass) + own.interfaces).any { has(code, it, member) }
        }
        val name = owner.removePrefix("L").removeSuffix(";")
        val known = classes[name] ?: return false
        if (member == null || member in known.signatures) return true
        return (listOfNotNull(known.superClass) + known.superInterfaces).any { has(code, "L$it;", member) }
    }

    private fun defines(own: ClassDef, member: String): Boolean =
        own.methods.any { Target(it).member == member } || own.fields.any { Target(it).member == member }

    companion object {
        /** The public API: nothing hidden. */
        val public: Api by lazy { Api("gummy-bears-api-34") }

        /** All that Android 10 has, hidden or not; of Java's own classes what Java 8 has. */
        val android10: Api by lazy { Api("java18", "api-29") }
    }
}
