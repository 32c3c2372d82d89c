package org.cleardown.bench

/** A JVM that does nothing: what both sides pay. */
object Empty {
    @JvmStatic
    fun main(args: Array<String>) {
        println(args.size)
    }
}
