//! What an organisation says to do when its own list has the number.

use cleardown_core::{Caller, Policy};

use crate::api::Help;
use crate::calls::Seen;
use crate::engine::Inner;
use crate::files::display_of;
use crate::lists;

impl Inner {
    /// The words of the settings, if one of the lists in the settings has the number that is shown.
    pub(crate) fn help(&self, call: &Seen, policy: &Policy) -> Option<Help> {
        let Caller::Presented(number) = &call.caller else {
            return None;
        };
        if policy.help_text.is_empty() || policy.lists.is_empty() {
            return None;
        }
        let store = self.files.store();
        let has_it = store.publishers_of(*number);
        let own = lists::publishers(policy);
        own.iter().find(|one| has_it.contains(&one.id))?;
        let help_number = policy.help_number.map(|number| number.to_string());
        Some(Help {
            name: Some(policy.help_name.clone()).filter(|name| !name.is_empty()),
            number: help_number.map(|number| display_of(&number, self.region)),
            text: policy.help_text.clone(),
        })
    }
}
