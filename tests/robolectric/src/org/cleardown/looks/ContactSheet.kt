package org.cleardown.looks

import android.graphics.Bitmap
import java.io.File

/** `screens.html`: every screen in every look, for people to judge. Grows while the screens are looked at. */
object ContactSheet {
    private val pictures = File(Folders.sheet, "screens")

    /** Adds a picture and writes the page anew. */
    fun add(entry: Entry, look: Look, picture: Bitmap) {
        Golden.save(picture, file(entry, look))
        File(Folders.sheet, "screens.html").writeText(html())
    }

    private fun file(entry: Entry, look: Look) = File(pictures, "${entry.name}-${look.file}.png")

    private fun html() = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Cleardown: every screen</title>
<style>$STYLE</style>
</head>
<body>
<h1>Every screen</h1>
<p>Drawn by the app itself on Android 16, whole pages with what comes into sight by scrolling. The call screen behind
a warning and the look of messages are sketches. A press on a picture shows it large.</p>
<nav>${ScreenCatalogue.all.joinToString(" ") { "<a href=\"#${it.name}\">${escape(it.title)}</a>" }}</nav>
${ScreenCatalogue.all.joinToString("\n", transform = ::section)}
</body>
</html>
"""

    private fun section(entry: Entry) = """<section id="${entry.name}">
<h2>${escape(entry.title)}</h2>
<div class="shots">
${entry.looks.filter { file(entry, it).exists() }.joinToString("\n") { figure(entry, it) }}
</div>
</section>"""

    private fun figure(entry: Entry, look: Look): String {
        val path = "screens/${file(entry, look).name}"
        val alt = escape("${entry.title}, ${look.title}")
        val image = "<img src=\"$path\" alt=\"$alt\" loading=\"lazy\">"
        return "<figure class=\"${look.file}\"><a href=\"$path\">$image</a>" +
            "<figcaption>${look.title}</figcaption></figure>"
    }

    private fun escape(text: String) = text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")

    private const val STYLE = """
:root { --ground: #faf7f0; --text: #1a1c1f; --soft: #41464d; --line: #d8d2c4; --link: #0a4766 }
@media (prefers-color-scheme: dark) {
  :root { --ground: #111416; --text: #f2f0ea; --soft: #c8cbcf; --line: #343b40; --link: #9fd3f0 }
}
body { margin: 1.5rem; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif }
a { color: var(--link) }
nav { columns: 16rem }
nav a { display: block }
h2 { margin: 2.5rem 0 .5rem; border-top: 1px solid var(--line); padding-top: 1rem }
.shots { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
figure { margin: 0; width: 15rem }
figure.landscape { width: 31rem }
img { width: 100%; border: 1px solid var(--line); border-radius: 8px }
figcaption { color: var(--soft); font-size: .9rem }
"""
}
