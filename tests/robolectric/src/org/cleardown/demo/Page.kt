package org.cleardown.demo

/** The page with all storyboards: one file of HTML beside its pictures. No scripts, nothing from elsewhere. */
class Page(private val boards: List<Board>) {
    /** The page's text. */
    fun html(): String = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Cleardown: what the phone shows</title>
<style>$STYLE</style>
</head>
<body>
<main>
<h1>What the phone shows</h1>
<p>Cases from police reports, played on Android 16 by the app’s real services and screens. Each picture was drawn by
the app itself, on a computer. Two things are sketches: the call screen behind a warning, and the look of a notification.
The words in a notification are its own. The times are from Android’s question to the app’s answer, with the warning
already on the screen; on a phone they are others.</p>
<ol>
${boards.joinToString("\n", transform = ::entry)}
</ol>
${boards.joinToString("\n", transform = ::board)}
</main>
</body>
</html>
"""

    private fun entry(board: Board) =
        "<li><a href=\"#story-${board.number}\">${escape(board.story.title)}</a> ${state(board)}</li>"

    private fun board(board: Board) = """<section id="story-${board.number}">
<h2>${board.number}. ${escape(board.story.title)}</h2>
<p class="source">${escape(board.story.source?.let { "From: $it" }.orEmpty())} ${state(board)}</p>
${board.scenes.joinToString("\n", transform = ::scene)}
${if (board.isComplete) "" else "<p class=\"wrong\">The story broke off here.</p>"}
</section>"""

    private fun scene(scene: Scene) = """<article>
<h3><time>${scene.at}</time> ${escape(scene.event)}</h3>
<ul>
${scene.did.joinToString("\n") { "<li>${escape(it)}</li>" }}
</ul>
${if (scene.pictures.isEmpty()) {
        ""
    } else {
        scene.pictures.joinToString(
            "\n",
            "<div class=\"shots\">\n",
            "\n</div>",
            transform = ::picture
        )
    }}
${verdict(scene)}
</article>"""

    private fun picture(picture: Picture) = """<figure>
<a href="${picture.file}"><img src="${picture.file}" alt="${escape(
        picture.alt
    )}" width="${picture.width}" height="${picture.height}" loading="lazy"></a>
<figcaption>${escape(picture.caption)}</figcaption>
</figure>"""

    private fun verdict(scene: Scene): String {
        val took = scene.answerMs?.let { " The app answered in %.1f ms.".format(it) }.orEmpty()
        val hidden = scene.unseen.joinToString("") { " Not checked here: ${escape(it)}." }
        return if (scene.failures.isEmpty()) {
            "<p class=\"right\">✓ As expected (${scene.checked} checked).$took$hidden</p>"
        } else {
            scene.failures.joinToString(
                "<br>",
                "<p class=\"wrong\">✗ Not as expected.$took<br>",
                "</p>",
                transform = ::escape
            )
        }
    }

    private fun state(board: Board) =
        if (board.isRight) {
            "<span class=\"right\">✓ as expected</span>"
        } else {
            "<span class=\"wrong\">✗ not as expected</span>"
        }

    private fun escape(text: String) =
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("\n", " ")

    private companion object {
        const val STYLE = """
:root { --ground: #fbfaf6; --card: #fff; --text: #1b1c1e; --soft: #43464b; --line: #c9cdd2; --right: #14532d; --wrong: #8c1c13; --link: #0b4a7d }
@media (prefers-color-scheme: dark) {
  :root { --ground: #121416; --card: #1e2124; --text: #f1f1ee; --soft: #c9ccd0; --line: #4a5058; --right: #9be7b4; --wrong: #ffb4a9; --link: #a9d3f5 }
}
body { margin: 0; background: var(--ground); color: var(--text); font: 1.06rem/1.5 system-ui, sans-serif }
main { max-width: 64rem; margin: 0 auto; padding: 1rem }
a { color: var(--link) }
h2 { margin: 3rem 0 0 }
h3 { margin: 0; font-size: 1.1rem }
time { font-variant-numeric: tabular-nums; color: var(--soft); margin-right: .5em }
article { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; margin: 1rem 0 }
ul { margin: .5rem 0; padding-left: 1.2rem }
.source, figcaption { color: var(--soft) }
.shots { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
figure { margin: .5rem 0; width: 17rem; max-width: 100% }
figure img { width: 100%; height: auto; border: 1px solid var(--line); border-radius: 12px }
figcaption { font-size: .95rem }
.right { color: var(--right); margin: .5rem 0 0 }
.wrong { color: var(--wrong); font-weight: bold; margin: .5rem 0 0 }
"""
    }
}
