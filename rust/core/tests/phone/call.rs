//! An incoming call, as the tests write it.

use cleardown_core::{Caller, Contact, Incoming, Listing, Presentation, Region, Verification};

/// An incoming call with everything the phone and the lists know of it.
#[derive(Clone, Debug)]
pub struct Call {
    pub number: Option<String>,
    pub presentation: Presentation,
    pub contact: Contact,
    pub verification: Verification,
    pub listings: Vec<Listing>,
}

/// A call that shows this number, of which nothing is known.
pub fn call(number: &str) -> Call {
    Call {
        number: Some(number.to_owned()),
        presentation: Presentation::Allowed,
        contact: Contact::No,
        verification: Verification::NotVerified,
        listings: Vec::new(),
    }
}

impl Call {
    /// A call whose caller hides the number.
    pub fn withheld() -> Self {
        Self {
            number: None,
            presentation: Presentation::Restricted,
            ..call("")
        }
    }

    pub fn listed(mut self, listing: Listing) -> Self {
        self.listings.push(listing);
        self
    }

    pub fn contact(self, contact: Contact) -> Self {
        Self { contact, ..self }
    }

    pub fn verification(self, verification: Verification) -> Self {
        Self {
            verification,
            ..self
        }
    }

    pub fn presentation(self, presentation: Presentation) -> Self {
        Self {
            presentation,
            ..self
        }
    }

    pub fn caller(&self) -> Caller {
        Caller::read(self.number.as_deref(), self.presentation, Region::gb())
    }

    pub fn incoming<'a>(&'a self, caller: &'a Caller) -> Incoming<'a> {
        Incoming {
            caller,
            contact: self.contact,
            verification: self.verification,
            listings: &self.listings,
        }
    }
}
