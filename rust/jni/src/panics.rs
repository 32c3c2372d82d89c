//! Panics: where they happened goes to the log, what they say into the exception.

use std::any::Any;
use std::panic::{self, Location};

/// Logs every panic by its place in the source. Not by its message: that may hold a number.
pub(crate) fn install_hook() {
    panic::set_hook(Box::new(|info| log::error!("{}", line(info.location()))));
}

/// What the panic said.
pub(crate) fn message(payload: &(dyn Any + Send)) -> &str {
    if let Some(text) = payload.downcast_ref::<&'static str>() {
        text
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else {
        "a panic without words"
    }
}

fn line(place: Option<&Location<'_>>) -> String {
    match place {
        Some(place) => format!("native panic at {}:{}", place.file(), place.line()),
        None => "native panic".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_of_every_panic_is_kept() {
        let said = |work: fn()| {
            let payload = panic::catch_unwind(work).expect_err("it panics");
            message(&*payload).to_owned()
        };
        assert_eq!(said(|| panic!("plain words")), "plain words");
        let (count, of) = (3, "tries");
        let formatted = panic::catch_unwind(|| panic!("{count} {of}")).expect_err("it panics");
        assert_eq!(message(&*formatted), "3 tries");
        assert_eq!(said(|| panic::panic_any(7)), "a panic without words");
    }

    #[test]
    fn the_log_names_the_place() {
        let here = Location::caller();
        let expected = format!("native panic at {}:{}", file!(), here.line());
        assert_eq!(line(Some(here)), expected);
        assert_eq!(line(None), "native panic");
    }
}
