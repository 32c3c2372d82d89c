package org.cleardown.unidbg

import com.github.unidbg.linux.android.dvm.AbstractJni
import com.github.unidbg.linux.android.dvm.BaseVM
import com.github.unidbg.linux.android.dvm.DvmClass
import com.github.unidbg.linux.android.dvm.DvmObject
import com.github.unidbg.linux.android.dvm.VaList
import com.github.unidbg.linux.android.dvm.VarArg

/** The Java side in the emulator, as far as the library asks for it: it makes exceptions. */
class PhoneJava : AbstractJni() {
    private var made: Answer.Thrown? = null

    /** The exception that was made since the last time. */
    fun thrown(): Answer.Thrown? = made.also { made = null }

    override fun newObject(vm: BaseVM, type: DvmClass, signature: String, given: VarArg): DvmObject<*> {
        if (!signature.startsWith(ENGINE)) return super.newObject(vm, type, signature, given)
        return exception(type) { at -> given.getObjectArg<DvmObject<*>>(at).value as String }
    }

    override fun newObjectV(vm: BaseVM, type: DvmClass, signature: String, given: VaList): DvmObject<*> {
        if (!signature.startsWith(ENGINE)) return super.newObjectV(vm, type, signature, given)
        return exception(type) { at -> given.getObjectArg<DvmObject<*>>(at).value as String }
    }

    /** The library asks the thread for its class loader before it makes an exception; it has none. */
    override fun callStaticObjectMethodV(vm: BaseVM, type: DvmClass, method: String, given: VaList): DvmObject<*>? =
        when (method) {
            CURRENT_THREAD -> type.newObject(null)
            FOR_NAME -> vm.resolveClass(given.getObjectArg<DvmObject<*>>(0).value as String)
            else -> super.callStaticObjectMethodV(vm, type, method, given)
        }

    override fun callObjectMethodV(vm: BaseVM, on: DvmObject<*>, method: String, given: VaList): DvmObject<*>? =
        if (method == CLASS_LOADER) null else super.callObjectMethodV(vm, on, method, given)

    private fun exception(type: DvmClass, text: (Int) -> String): DvmObject<*> {
        val thrown = Answer.Thrown(type.className.substringAfterLast('/'), text(0), text(1), text(2))
        made = thrown
        return type.newObject(thrown)
    }

    private companion object {
        const val ENGINE = "org/cleardown/engine/"
        const val CURRENT_THREAD = "java/lang/Thread->currentThread()Ljava/lang/Thread;"
        const val FOR_NAME = "java/lang/Class->forName(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;"
        const val CLASS_LOADER = "java/lang/Thread->getContextClassLoader()Ljava/lang/ClassLoader;"
    }
}
