//! What each origin has set. The strongest holds; what lies below comes back when it is taken away.

use std::collections::BTreeMap;

use super::change::{KeyError, Origin, set};
use super::{Key, Policy, PolicyValue};
use crate::Region;

/// The values of each origin, in the form in which they are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(BTreeMap<Origin, BTreeMap<String, PolicyValue>>);

/// All that an origin sets, in the place of all that it had set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The settings of every origin from then on.
    pub settings: Settings,
    /// One error per key that was not taken: what that origin last set for it stays.
    pub errors: Vec<KeyError>,
}

impl Settings {
    /// Keeps a value, whatever it is: what cannot be read has no effect.
    pub fn put(&mut self, origin: Origin, key: String, value: PolicyValue) {
        self.0.entry(origin).or_default().insert(key, value);
    }

    /// What this origin has set.
    pub fn of(&self, origin: Origin) -> BTreeMap<String, PolicyValue> {
        self.0.get(&origin).cloned().unwrap_or_default()
    }

    /// The settings that hold.
    pub fn policy(&self, region: Region) -> Policy {
        let mut policy = Policy::default();
        // From weak to strong, so that the strongest has the last word.
        for (origin, values) in &self.0 {
            for (key, value) in values {
                // What was once taken is not judged again; a value that cannot be read leaves what
                // is below it.
                let _ = set(&mut policy, key, value, *origin, region);
            }
        }
        policy
    }

    /// Who set each key that anybody has set.
    pub fn origins(&self) -> BTreeMap<String, Origin> {
        let mut origins = BTreeMap::new();
        for (origin, values) in &self.0 {
            origins.extend(values.keys().map(|key| (key.clone(), *origin)));
        }
        origins
    }

    /// The keys to which this origin would give another value than a stronger one has given them,
    /// and which that is.
    pub fn held_by(
        &self,
        origin: Origin,
        requested: &BTreeMap<String, PolicyValue>,
        region: Region,
    ) -> BTreeMap<String, Origin> {
        let (origins, holds) = (self.origins(), self.policy(region));
        let differs = |name: &String, value| {
            let mut with_it = holds.clone();
            set(&mut with_it, name, value, origin, region).is_ok() && with_it != holds
        };
        let stronger = |name| origins.get(name).copied().filter(|by| *by > origin);
        requested
            .iter()
            .filter_map(|(name, value)| Some((name, value, stronger(name)?)))
            .filter(|(name, value, _)| differs(name, value))
            .map(|(name, _, by)| (name.clone(), by))
            .collect()
    }

    /// Of several IT teams on one phone: each key once, with the value that protects most. A value
    /// that cannot be read is taken only where nobody has a better one.
    pub fn strongest<'a>(
        teams: impl IntoIterator<Item = &'a BTreeMap<String, PolicyValue>>,
        origin: Origin,
        region: Region,
    ) -> BTreeMap<String, PolicyValue> {
        let mut strongest: BTreeMap<String, PolicyValue> = BTreeMap::new();
        for (name, value) in teams.into_iter().flatten() {
            let is_better = strongest
                .get(name)
                .is_none_or(|other| is_better(name, value, other, origin, region));
            if is_better {
                strongest.insert(name.clone(), value.clone());
            }
        }
        strongest
    }

    /// The settings with these values of `origin` and no others of it. `refused`: keys that cannot
    /// be taken for another reason, and what would be.
    pub fn replaced(
        &self,
        origin: Origin,
        requested: &BTreeMap<String, PolicyValue>,
        refused: &BTreeMap<String, String>,
        region: Region,
    ) -> Replaced {
        let before = self.of(origin);
        let mut settings = self.clone();
        settings.0.remove(&origin);
        let mut bad = Vec::new();
        for (name, value) in requested {
            let mut read = Policy::default();
            let taken = match refused.get(name) {
                Some(expected) => Err(expected.clone()),
                None => set(&mut read, name, value, origin, region),
            };
            match taken {
                Ok(key) => settings.put(origin, name.clone(), key.get(&read)),
                Err(expected) => {
                    if let Some(last) = before.get(name).filter(|_| Key::named(name).is_some()) {
                        settings.put(origin, name.clone(), last.clone());
                    }
                    bad.push((name, value, expected));
                }
            }
        }
        let holds = settings.policy(region);
        let error =
            |(name, value, expected): (&String, _, _)| KeyError::new(name, value, expected, &holds);
        Replaced {
            errors: bad.into_iter().map(error).collect(),
            settings,
        }
    }
}

fn is_better(
    name: &str,
    one: &PolicyValue,
    other: &PolicyValue,
    origin: Origin,
    region: Region,
) -> bool {
    let with = |value| {
        let mut policy = Policy::default();
        set(&mut policy, name, value, origin, region).map(|key| (key, policy))
    };
    match (with(one), with(other)) {
        (Ok((key, one)), Ok((_, other))) => {
            match (key.is_weaker(&one, &other), key.is_weaker(&other, &one)) {
                (true, false) => true,
                (false, true) => false,
                // Neither protects more. The order in which the phone names the teams changes; this
                // does not.
                _ => key.get(&one).plain() > key.get(&other).plain(),
            }
        }
        (Ok(_), Err(_)) => true,
        (Err(_), _) => false,
    }
}
