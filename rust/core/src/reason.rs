//! The closed sets of answers: how loud, and why. The codes are stable and stand in stories, in
//! the library's answers and in the names of the texts.

use serde::{Deserialize, Serialize};

/// How loud a call is. Ordered: the highest of all matching rules counts.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Alert {
    /// Nothing to say. It does not mean that the caller is who they say they are.
    #[default]
    None,
    /// An authority's number that the authority rings out from, too.
    Caution,
    /// An authority's number, or a call that fits the trick.
    Warning,
    /// A number that its owner never shows when ringing.
    CertainFake,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// Why a call was warned about, held or placed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Reason {
            $($(#[$doc])* #[serde(rename = $code)] $name,)*
        }

        impl Reason {
            /// Every reason there is.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code, snake case.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

reasons! {
    /// The organisation says that a call never shows this number.
    ListedNever = "listed_never",
    /// A line for ringing in.
    ListedUnlikely = "listed_unlikely",
    /// An authority's number, nothing known about outgoing use.
    ListedUnknown = "listed_unknown",
    /// An authority's number from which it also rings out.
    ListedKnown = "listed_known",
    /// A short code such as 999 or 159 shown as the caller.
    CodeAsCaller = "code_as_caller",
    /// A second call soon after the first: how the trick works.
    SecondCall = "second_call",
    /// The second call shows another organisation than the first.
    TwoOrganisations = "two_organisations",
    /// A call while the five minutes run.
    DuringCoolDown = "during_cool_down",
    /// The person said that the caller claimed to be an authority.
    SaidAuthority = "said_authority",
    /// The person marked a call as suspicious.
    MarkedSuspicious = "marked_suspicious",
    /// The network says that the number did not pass its check.
    VerificationFailed = "verification_failed",
    /// The person rang an emergency number within the last half hour.
    AfterEmergencyCall = "after_emergency_call",
    /// The caller hides the number, or none was given.
    CallerHidden = "caller_hidden",

    /// The phone itself calls it an emergency number.
    Emergency = "emergency",
    /// On the life-saving list.
    LifeSaving = "life_saving",
    /// No cool-down runs.
    NoCoolDown = "no_cool_down",
    /// The person chose "Call anyway".
    Passed = "passed",
    /// A trusted contact.
    TrustedContact = "trusted_contact",
    /// The policy does not hold such numbers.
    OutOfScope = "out_of_scope",
    /// Bank, 159, 101 or Report Fraud after details or money were given away.
    GaveDetails = "gave_details",
    /// A service code that diverts nothing.
    Code = "code",
    /// The phone cannot show the hold screen.
    NoScreen = "no_screen",
    /// Something failed, so the call goes out.
    FailedOpen = "failed_open",

    /// On a list of authority numbers.
    Listed = "listed",
    /// 101 or 159.
    AuthorityCode = "authority_code",
    /// The number that rang.
    SameCaller = "same_caller",
    /// Not in the contacts.
    UnknownNumber = "unknown_number",
    /// The policy holds every number.
    AllCalls = "all_calls",
    /// The code would divert the person's calls to somebody else.
    CallForwarding = "call_forwarding",
    /// The flagged call is not known to be over.
    CallRunning = "call_running",
}
