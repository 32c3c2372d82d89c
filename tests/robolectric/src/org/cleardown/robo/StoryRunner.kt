package org.cleardown.robo

import org.junit.runners.model.FrameworkMethod
import org.robolectric.internal.bytecode.Sandbox
import java.io.File
import java.lang.reflect.Method

/**
 * Runs each test method once for every story file and Android version. The story's path is in the
 * system property [STORY] while its test runs.
 */
open class StoryRunner(tests: Class<*>) : Runner(tests) {
    /** The stories to play. */
    protected open fun stories(): List<File> = StoryFiles.all()

    override fun getChildren(): List<FrameworkMethod> {
        val stories = stories()
        return super.getChildren().filterIsInstance<RobolectricFrameworkMethod>()
            .sortedBy { it.sdk.apiLevel }
            .flatMap { method -> stories.map { StoryMethod(method, it) } }
    }

    override fun beforeTest(sandbox: Sandbox, method: FrameworkMethod, inSandbox: Method) {
        System.setProperty(STORY, (method as StoryMethod).story.path)
        super.beforeTest(sandbox, method, inSandbox)
    }

    /** A test method for one story. */
    class StoryMethod(method: RobolectricFrameworkMethod, val story: File) : RobolectricFrameworkMethod(method) {
        override fun getName(): String = "${method.name}: ${story.nameWithoutExtension} [${sdk.apiLevel}]"

        override fun equals(other: Any?): Boolean =
            other is StoryMethod && story == other.story && super.equals(other)

        override fun hashCode(): Int = 31 * super.hashCode() + story.hashCode()
    }

    companion object {
        /** The system property with the path of the story to be played. */
        const val STORY = "cleardown.story"
    }
}

/** Where the stories are. */
object StoryFiles {
    /** Every story, by name. */
    fun all(): List<File> {
        val folder = File(System.getProperty("cleardown.scenarios") ?: "../../tests/scenarios")
        val only = System.getProperty("cleardown.only")?.let(::Regex)
        return folder.listFiles { file -> file.extension == "json" }.orEmpty()
            .filter { only == null || only.containsMatchIn(it.nameWithoutExtension) }
            .sortedBy(File::getName)
            .also { check(it.isNotEmpty()) { "no story in $folder" } }
    }

    /** The five stories of the project's sources. */
    fun seeds(): List<File> = all().filter { it.name.startsWith("seed-") }
}
