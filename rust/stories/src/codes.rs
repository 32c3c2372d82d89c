//! The closed sets of words of the story format, spelt as in the files.

/// Makes an enum whose variants have one spelling in a story.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of the format's table.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The spelling in a story.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code,)+ }
            }

            /// The value spelt `code`, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

codes! {
    /// How the network presents the caller.
    Presentation {
        /// The number may be shown.
        Allowed = "allowed",
        /// The caller withheld it.
        Restricted = "restricted",
        /// The network does not know it.
        Unknown = "unknown",
        /// The call comes from a payphone.
        Payphone = "payphone",
    }
}

codes! {
    /// What the carrier says about the shown number.
    Verification {
        /// Nothing was checked (all calls in the UK).
        NotVerified = "not_verified",
        /// The check passed; it never lowers an alert.
        Passed = "passed",
        /// The check failed.
        Failed = "failed",
    }
}

codes! {
    /// Why a call ended.
    Cause {
        /// The person hung up.
        Local = "local",
        /// The caller hung up.
        Remote = "remote",
        /// Nobody answered.
        Missed = "missed",
        /// The person turned the call away.
        Rejected = "rejected",
    }
}

codes! {
    /// What the person does or says.
    Person {
        /// Yes, they said they were police, bank, tax office.
        SaidAuthority = "said_authority",
        /// No, they did not.
        SaidNothing = "said_nothing",
        /// "I gave them details or money".
        GaveDetails = "gave_details",
        /// "Suspicious call" on this phone.
        SuspiciousCallHere = "suspicious_call_here",
        /// "Suspicious call on another phone".
        SuspiciousCallElsewhere = "suspicious_call_elsewhere",
        /// "Call anyway" on a hold screen; has a number.
        CallAnyway = "call_anyway",
        /// A change of settings meant to weaken; has a policy.
        Weaken = "weaken",
        /// A change of settings meant to strengthen; has a policy.
        Strengthen = "strengthen",
        /// A change of settings, for as soon as it may be made if it is refused now; has a policy.
        Schedule = "schedule",
        /// Opens settings that a relative made for this phone, and takes them; has a policy.
        Import = "import",
        /// Takes away all that the relative has set, and the relative with it.
        RemoveRelative = "remove_relative",
    }
}

codes! {
    /// A fault that holds for the following steps.
    Fault {
        /// The list's file is gone.
        ListMissing = "list_missing",
        /// The list's file is not readable as a list.
        ListCorrupt = "list_corrupt",
        /// The state's file is not readable as a state.
        StateCorrupt = "state_corrupt",
        /// Every write fails.
        DiskFull = "disk_full",
        /// Every engine call panics.
        EnginePanic = "engine_panic",
        /// Every engine call blocks.
        EngineSlow = "engine_slow",
        /// The fault is over.
        None = "none",
    }
}

/// Alerts an expectation may name.
pub const ALERTS: &[&str] = &["none", "caution", "warning", "certain_fake"];
/// Responses an expectation may name: the app never blocks.
pub const RESPONSES: &[&str] = &["allow"];
/// Placements an expectation may name.
pub const PLACEMENTS: &[&str] = &["place", "hold"];
/// Screens an expectation may name.
pub const SCREENS: &[&str] = &[
    "after_call",
    "question",
    "hold",
    "wait_over",
    "use_this_phone",
    "none",
];
/// Reasons of an incoming call or of what the person said.
pub const INCOMING_REASONS: &[&str] = &[
    "listed_never",
    "listed_unlikely",
    "listed_unknown",
    "listed_known",
    "code_as_caller",
    "second_call",
    "two_organisations",
    "during_cool_down",
    "said_authority",
    "marked_suspicious",
    "verification_failed",
    "after_emergency_call",
    "caller_hidden",
];
/// Reasons for placing an outgoing call.
pub const PLACE_REASONS: &[&str] = &[
    "emergency",
    "life_saving",
    "no_cool_down",
    "passed",
    "trusted_contact",
    "out_of_scope",
    "gave_details",
    "code",
    "no_screen",
    "failed_open",
];
/// Reasons for holding an outgoing call.
pub const HOLD_REASONS: &[&str] = &[
    "listed",
    "authority_code",
    "same_caller",
    "unknown_number",
    "all_calls",
    "call_forwarding",
    "call_running",
];
/// Why a change of settings is not taken, as an expectation may name it.
pub const REFUSALS: &[&str] = &[
    "pressure",
    "stronger",
    "old",
    "in_use",
    "other_key",
    "no_relative",
];
/// Kinds of organisation a story's list may name.
pub const KINDS: &[&str] = &[
    "bank",
    "government",
    "police",
    "tax",
    "helpline",
    "energy",
    "telecom",
    "health",
    "post",
];
/// Classes of a listed number: what is known about calls that show it.
pub const CALLS_OUT: &[&str] = &["never", "unlikely", "unknown", "known"];
/// How sure a list's row is.
pub const CONFIDENCES: &[&str] = &["high", "medium", "low"];

/// Every reason a story may name.
pub fn reasons() -> Vec<&'static str> {
    [INCOMING_REASONS, PLACE_REASONS, HOLD_REASONS].concat()
}
