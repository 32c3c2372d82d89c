package org.cleardown.demo

import org.cleardown.R
import org.cleardown.phone.Phone
import org.cleardown.phone.read
import org.cleardown.story.Onlooker
import org.cleardown.story.Played
import org.cleardown.story.Words
import java.io.File

/** Looks on while a story is played: takes the pictures and tells what happened. */
class Watcher(private val board: Board, private val folder: File) : Onlooker {
    private lateinit var phone: Phone
    private val camera by lazy { Camera(phone) }
    private val tale by lazy { Tale(Words(phone.app)) }
    private val pictures = mutableListOf<Picture>()
    private val homes = mutableSetOf<String>()

    override fun look(phone: Phone) {
        this.phone = phone
        camera.look().forEach(::keep)
    }

    override fun stepDone(played: Played) {
        lookAtHome()
        val scene = Scene(
            at = played.step.at,
            event = tale.event(played.step.action),
            did = tale.did(played.step.action, played.actual),
            answerMs = played.answerMs,
            pictures = pictures.toList(),
            checked = played.outcome.checked.size,
            unseen = played.outcome.unseen.map { it.why },
            failures = played.outcome.failures.toList(),
        )
        board.scenes += scene
        Terminal.step(board, played, scene)
        pictures.clear()
        camera.nextStep()
    }

    /** The person opens the app: a picture for each thing that the first screen can say in a story. */
    private fun lookAtHome() {
        val home = phone.home()
        val headline = home.window.decorView.read(R.id.headline).orEmpty()
        if (homes.add(headline)) keep(camera.screen("home", "The app, if the person opens it", home))
        phone.screens.leave(home)
    }

    private fun keep(shot: Shot) {
        val step = "%02d-%d".format(board.scenes.size + 1, pictures.size + 1)
        val file = File(folder, "${board.story.name.take(STORY_NAME)}-$step-${shot.kind}.png")
        Shelf.offer(shot, board, folder)
        shot.save(file)
        pictures += Picture(file.name, shot.caption, shot.alt, shot.width, shot.height)
    }

    private companion object {
        /** `seed-000` */
        const val STORY_NAME = 8
    }
}
