package org.cleardown.demo

import org.cleardown.robo.StoryFiles
import org.cleardown.robo.StoryRunner
import java.io.File

/** Runs the demonstration once for each of the five seed stories, and only where it is asked for. */
class DemoRunner(tests: Class<*>) : StoryRunner(tests) {
    override fun stories(): List<File> =
        if (System.getProperty("cleardown.demo") == "true") StoryFiles.seeds() else emptyList()
}
