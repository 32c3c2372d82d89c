package org.cleardown.looks

/** Every screen of the app in every state that looks different. A test sees to it that no activity is missing. */
object ScreenCatalogue {
    val all: List<Entry> = Entries().apply {
        warnings()
        afterCall()
        holds()
        home()
        pages()
        family()
        setByOthers()
        messages()
    }.all
}
