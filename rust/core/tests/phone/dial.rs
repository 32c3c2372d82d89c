//! An outgoing call, as the tests write it.

use cleardown_core::{Contact, Dialled, Outgoing, Region};

/// An outgoing call with everything the phone and the lists know of it.
#[derive(Clone, Debug)]
pub struct Dial {
    pub number: String,
    pub contact: Contact,
    pub interactive: bool,
    pub emergency: bool,
    pub in_call: bool,
    pub listed: bool,
}

/// The person dials this number, which is in no list and not in the address book.
pub fn dial(number: &str) -> Dial {
    Dial {
        number: number.to_owned(),
        contact: Contact::No,
        interactive: true,
        emergency: false,
        in_call: false,
        listed: false,
    }
}

impl Dial {
    pub fn contact(self, contact: Contact) -> Self {
        Self { contact, ..self }
    }

    pub fn listed(self) -> Self {
        Self {
            listed: true,
            ..self
        }
    }

    pub fn in_call(self) -> Self {
        Self {
            in_call: true,
            ..self
        }
    }

    pub fn in_a_car(self) -> Self {
        Self {
            interactive: false,
            ..self
        }
    }

    pub fn emergency(self) -> Self {
        Self {
            emergency: true,
            ..self
        }
    }

    pub fn dialled(&self) -> Dialled {
        Dialled::read(&self.number, Region::gb())
    }

    pub fn outgoing<'a>(&'a self, dialled: &'a Dialled) -> Outgoing<'a> {
        Outgoing {
            dialled,
            typed: &self.number,
            contact: self.contact,
            interactive: self.interactive,
            emergency: self.emergency,
            in_call: self.in_call,
            listed: self.listed,
        }
    }
}
